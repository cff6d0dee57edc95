/** The text of a PDF with its places, as pdf.js gives it. */

/** One run of text. Points from the page's top left corner; `y` is the baseline. */
export interface TextItem {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size in points. */
  height: number;
  /** 0 to 1, where it was recognised from a picture; text that a file states is certain. */
  confidence?: number;
  /** It was put together from letters set apart: where its words end was concluded. */
  isFromLetters?: boolean;
  /** It was recognised once more by itself. */
  isSeenClosely?: boolean;
  /** More figures were seen right before or behind it then. */
  mayGoOn?: boolean;
}

export interface PdfPage {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  items: TextItem[];
}

export interface PdfPages {
  pages: PdfPage[];
  /** All pages that the document has, also those beyond the limit. */
  total: number;
  /** Whether the file states its text, or it was recognised from a picture. */
  origin?: 'text' | 'ocr';
}
