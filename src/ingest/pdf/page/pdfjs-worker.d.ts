/** pdf.js tells the types of all but its inner half. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Listens on the port, and answers on it. */
    initializeFromPort(port: object): void;
  };
}
