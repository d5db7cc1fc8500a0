// What the core and the extractor's child say to each other. Every message survives JSON.

import type { PageText, Rect } from '#shared/text/model.ts';

/** Requests, one at a time. The child answers each with any number of messages and then `done` or `failed`. */
export type Request =
  | { op: 'extract'; path: string; password?: string }
  | { op: 'thumbnail'; path: string; password?: string; page: number; widthPx: number }
  /** A part of a page, in PDF user space, drawn `widthPx` wide. */
  | { op: 'crop'; path: string; password?: string; page: number; rect: Rect; widthPx: number }
  /** Where pictures stand on every page. */
  | { op: 'figures'; path: string; password?: string }
  /** The annotations the file brings along. */
  | { op: 'marks'; path: string; password?: string }
  /** Tells the child that this many pages have been taken in, so that it sends no more than a few ahead. */
  | { op: 'taken'; pages: number };

/**
 * The Info dictionary and XMP packet of a document, entries that are absent ''. `creationDate` stands as in the file,
 * "D:20151210..." where it follows the rules; `xmp` is untrusted XML, at most 1 MB. All other entries of the Info
 * dictionary (doi, WPS-ARTICLEDOI) stand beside them under their own names.
 */
export type DocumentInfo = Record<string, string> & {
  title: string;
  author: string;
  subject: string;
  keywords: string;
  creator: string;
  producer: string;
  creationDate: string;
  xmp: string;
};

export type DocumentMessage = {
  type: 'document';
  pageCount: number;
  info: DocumentInfo;
  encrypted: boolean;
};

/** A PNG; `png` is base64. */
export type ImageMessage = {
  type: 'cover' | 'thumbnail' | 'crop';
  page: number;
  png: string;
  widthPx: number;
  heightPx: number;
};

/** An annotation as the file has it. Geometry in PDF user space, points. */
export type PdfMark = {
  /** 1-based. */
  page: number;
  /** Its place in the page's list. */
  index: number;
  /** The file's own name for it (/NM), or ''. */
  name: string;
  subtype: 'Text' | 'FreeText' | 'Square' | 'Circle' | 'Highlight' | 'Underline' | 'Squiggly' | 'StrikeOut' | 'Ink';
  rect: Rect;
  /** The boxes of the words it marks. */
  quads: Rect[];
  /** Each x1, y1, x2, y2, … */
  strokes: number[][];
  /** 0 to 255 each; null where the file names none. */
  color: [number, number, number] | null;
  contents: string;
  author: string;
  /** Epoch ms. */
  createdAt: number | null;
  /** Index of the annotation it replies to. */
  replyTo: number | null;
  /** Free text: size of its letters in points; 0 where the file does not say. */
  sizePt: number;
};

export type Failure = { type: 'failed'; code: 'damaged' | 'locked' | 'refused'; message: string };

export type Reply =
  | DocumentMessage
  | { type: 'page'; page: PageText }
  | ImageMessage
  /** By page, the first first. */
  | { type: 'figures'; pages: Rect[][] }
  | { type: 'marks'; marks: PdfMark[] }
  /** `unreadable` are the numbers of pages PDFium could not load; they were sent with empty text. */
  | { type: 'done'; unreadable: number[] }
  | Failure;

/** Pages the child sends before it waits for `taken`. */
export const PAGES_AHEAD = 16;
