// The annotations a PDF brings along: marks on words, notes, ink, text, squares, and the replies to them.

import type { Rect } from '#shared/text/model.ts';
import { roundPt } from '#shared/text/rects.ts';
import type { Pdfium } from './pdfium.ts';
import type { PdfMark } from './protocol.ts';

/** FPDF_ANNOTATION_SUBTYPE of what is read. */
const SUBTYPES: Record<number, PdfMark['subtype']> = {
  1: 'Text',
  3: 'FreeText',
  5: 'Square',
  6: 'Circle',
  9: 'Highlight',
  10: 'Underline',
  11: 'Squiggly',
  12: 'StrikeOut',
  15: 'Ink',
};
const HIDDEN = 2;
const MOST_ON_PAGE = 5000;
const MOST_POINTS = 20_000;
const LONGEST = 1 << 20;

/** Every mark of a page (0-based index), in the order of the file. */
export function readMarks(pdfium: Pdfium, doc: number, index: number): PdfMark[] {
  const { api } = pdfium;
  const page = api.FPDF_LoadPage(doc, index);
  if (page === 0) return [];
  const marks: PdfMark[] = [];
  try {
    const count = Math.min(api.FPDFPage_GetAnnotCount(page), MOST_ON_PAGE);
    for (let number = 0; number < count; number++) {
      const annotation = api.FPDFPage_GetAnnot(page, number);
      if (annotation === 0) continue;
      try {
        const mark = readMark(pdfium, page, annotation, index + 1, number);
        if (mark) marks.push(mark);
      } finally {
        api.FPDFPage_CloseAnnot(annotation);
      }
    }
  } finally {
    api.FPDF_ClosePage(page);
  }
  return marks;
}

function readMark(
  pdfium: Pdfium,
  page: number,
  annotation: number,
  pageNumber: number,
  number: number,
): PdfMark | undefined {
  const { api } = pdfium;
  const subtype = SUBTYPES[api.FPDFAnnot_GetSubtype(annotation)];
  if (subtype === undefined || (api.FPDFAnnot_GetFlags(annotation) & HIDDEN) !== 0) return undefined;
  const text = (key: string): string =>
    pdfium.utf16((buffer, bytes) => api.FPDFAnnot_GetStringValue(annotation, key, buffer, bytes), LONGEST);
  // A reply that only says "accepted" or "marked" is a state, not words of a reader.
  if (text('StateModel') !== '') return undefined;
  const floats = (bytes: number, fill: (pointer: number) => boolean): number[] | undefined => {
    const pointer = pdfium.allocate(bytes);
    try {
      return fill(pointer) ? [...pdfium.floats.subarray(pointer >> 2, (pointer + bytes) >> 2)] : undefined;
    } finally {
      pdfium.free(pointer);
    }
  };
  const [left = 0, top = 0, right = 0, bottom = 0] =
    floats(16, (pointer) => api.FPDFAnnot_GetRect(annotation, pointer)) ?? [];
  return {
    page: pageNumber,
    index: number,
    name: text('NM'),
    subtype,
    rect: box([left, top, right, bottom]),
    quads: quadsOf(pdfium, annotation, floats),
    strokes: subtype === 'Ink' ? strokesOf(pdfium, annotation, floats) : [],
    color: colorOf(pdfium, annotation),
    contents: text('Contents').replace(/\r\n?/gu, '\n'),
    author: text('T'),
    createdAt: timeOf(text('CreationDate')) ?? timeOf(text('M')),
    replyTo: replyTo(pdfium, page, annotation),
    sizePt: subtype === 'FreeText' ? fontSize(text('DA')) : 0,
  };
}

type Floats = (bytes: number, fill: (pointer: number) => boolean) => number[] | undefined;

const box = (numbers: readonly number[]): Rect => {
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return [roundPt(Math.min(...xs)), roundPt(Math.min(...ys)), roundPt(Math.max(...xs)), roundPt(Math.max(...ys))];
};

function quadsOf(pdfium: Pdfium, annotation: number, floats: Floats): Rect[] {
  const { api } = pdfium;
  if (!api.FPDFAnnot_HasAttachmentPoints(annotation)) return [];
  const count = Math.min(api.FPDFAnnot_CountAttachmentPoints(annotation), MOST_POINTS);
  const quads: Rect[] = [];
  for (let i = 0; i < count; i++) {
    const numbers = floats(32, (pointer) => api.FPDFAnnot_GetAttachmentPoints(annotation, i, pointer));
    if (numbers?.every(Number.isFinite)) quads.push(box(numbers));
  }
  return quads;
}

function strokesOf(pdfium: Pdfium, annotation: number, floats: Floats): number[][] {
  const { api } = pdfium;
  const strokes: number[][] = [];
  const count = Math.min(api.FPDFAnnot_GetInkListCount(annotation), 1000);
  for (let i = 0; i < count; i++) {
    const points = Math.min(api.FPDFAnnot_GetInkListPath(annotation, i, 0, 0), MOST_POINTS);
    if (points === 0) continue;
    const read = (pointer: number): boolean => api.FPDFAnnot_GetInkListPath(annotation, i, pointer, points) > 0;
    const numbers = floats(points * 8, read);
    if (numbers?.every(Number.isFinite)) strokes.push(numbers.map(roundPt));
  }
  return strokes;
}

/** Red, green, blue, 0 to 255; null where the file names none. */
function colorOf(pdfium: Pdfium, annotation: number): [number, number, number] | null {
  const pointer = pdfium.allocate(16);
  try {
    if (!pdfium.api.EPDFAnnot_GetColor(annotation, 0, pointer, pointer + 4, pointer + 8)) return null;
    const view = new DataView(pdfium.bytes.buffer, pointer, 12);
    return [view.getUint32(0, true) & 255, view.getUint32(4, true) & 255, view.getUint32(8, true) & 255];
  } finally {
    pdfium.free(pointer);
  }
}

/** Index on its page of the annotation it replies to; null for none. */
function replyTo(pdfium: Pdfium, page: number, annotation: number): number | null {
  const { api } = pdfium;
  const to = api.FPDFAnnot_GetLinkedAnnot(annotation, 'IRT');
  if (to === 0) return null;
  const index = api.FPDFPage_GetAnnotIndex(page, to);
  api.FPDFPage_CloseAnnot(to);
  return index >= 0 ? index : null;
}

/** Size of the letters in a default appearance ("/Helv 12 Tf 0 g"); 0 where it names none. */
function fontSize(appearance: string): number {
  const size = Number(/([\d.]+)\s+Tf/u.exec(appearance)?.[1] ?? 0);
  return Number.isFinite(size) ? Math.min(size, 200) : 0;
}

/** A PDF date (D:20240131235959+01'00') as epoch ms; null where it is none. */
export function timeOf(date: string): number | null {
  const found = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:([-+Z])(\d{2})?'?(\d{2})?)?/u.exec(date);
  if (!found) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zh = '00', zm = '00'] =
    found;
  const offset = sign === '+' || sign === '-' ? `${sign}${zh}:${zm}` : 'Z';
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time) ? null : time;
}
