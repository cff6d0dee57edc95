/**
 * pdf.js as it is run in the process that asks it. Its two halves speak in messages, and left to itself it clones each of them
 * as if it went to another thread, which costs a sixth of opening a page of text. Here they are handed over as they are.
 */
import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

type Listener = (event: { data: unknown }) => void;

/** What pdf.js speaks through: both halves post to it and both listen, each to what is addressed to it. */
class Port {
  readonly #listeners: { listener: Listener; signal: AbortSignal | undefined }[] = [];
  readonly #now = Promise.resolve();

  postMessage(message: object): void {
    const event = { data: asSent(message) };
    void this.#now.then(() => {
      for (const { listener, signal } of [...this.#listeners]) if (!signal?.aborted) listener(event);
    });
  }

  addEventListener(_name: 'message', listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.push({ listener, signal: options?.signal });
  }
}

/** A piece of a page's text is filled again once it is sent; all else that is sent is made for it. */
function asSent(message: { chunk?: object }): object {
  return message.chunk ? { ...message, chunk: { ...message.chunk } } : message;
}

/** One for each document: what it holds goes with it. */
export function textWorker(): PDFWorker {
  const port = new Port();
  WorkerMessageHandler.initializeFromPort(port);
  return new PDFWorker({ port: port as never });
}
