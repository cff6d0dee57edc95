/** Sees whether every multipart of a mail is closed: one that is not was cut on its way, or never written to its end. */
import type { MimeNode } from '@zone-eu/mailsplit';

export interface BoundaryWatch {
  open(node: MimeNode): void;
  /** Boundary lines, preambles and epilogues as they go by. */
  see(text: Uint8Array): void;
  anyOpen(): boolean;
  /** Whether a multipart had no boundary to split by, or no part: whatever it holds was not found. */
  anyEmpty(): boolean;
}

export function watchBoundaries(): BoundaryWatch {
  const open = new Map<MimeNode, Buffer>();
  const childless = new Set<MimeNode>();
  return {
    open(node) {
      if (node.parentNode) childless.delete(node.parentNode);
      if (!node.multipart) return;
      childless.add(node);
      if (node._boundary) open.set(node, Buffer.from(`--${node._boundary.toString('latin1')}--`, 'latin1'));
    },
    see(text) {
      const bytes = Buffer.from(text.buffer, text.byteOffset, text.length);
      for (const [node, marker] of open) if (bytes.includes(marker)) open.delete(node);
    },
    anyOpen: () => open.size > 0,
    anyEmpty: () => childless.size > 0,
  };
}
