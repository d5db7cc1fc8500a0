// What the core and the extractor's child say to each other. Every message survives JSON.

import type { PageText } from '#shared/text/model.ts';

/** Requests, one at a time. The child answers each with any number of messages and then `done` or `failed`. */
export type Request =
  | { op: 'extract'; path: string; password?: string }
  | { op: 'thumbnail'; path: string; password?: string; page: number; widthPx: number }
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
  type: 'cover' | 'thumbnail';
  page: number;
  png: string;
  widthPx: number;
  heightPx: number;
};

export type Failure = { type: 'failed'; code: 'damaged' | 'locked' | 'refused'; message: string };

export type Reply =
  | DocumentMessage
  | { type: 'page'; page: PageText }
  | ImageMessage
  /** `unreadable` are the numbers of pages PDFium could not load; they were sent with empty text. */
  | { type: 'done'; unreadable: number[] }
  | Failure;

/** Pages the child sends before it waits for `taken`. */
export const PAGES_AHEAD = 16;
