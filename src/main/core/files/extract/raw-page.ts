// The characters of one page as PDFium gives them, packed: a document's pages are held so while its habits are
// learned. No geometry is interpreted here.

import type { Direction, PageText, Rect } from '#shared/text/model.ts';
import { StyleTable, type Style } from './styles.ts';
import type { Pdfium } from './pdfium.ts';

/** Before this character PDFium put a space of its own. */
export const SPACE_MADE = 1;
/** Before this character a space is printed. */
export const SPACE_PRINTED = 2;
/** PDFium takes this character for a line-end hyphen. */
export const LINE_HYPHEN = 4;

/** Numbers a character has in {@link RawPage.geometry}: ink box, loose box (both x1 y1 x2 y2), origin x y. */
export const NUMBERS = 10;

export type RawPage = {
  /** 1-based. */
  page: number;
  label: string;
  /** As displayed, in points. */
  width: number;
  height: number;
  rotation: Direction;
  /** Crop box in PDF user space. */
  box: Rect;
  /** Code points, printed characters only, in the order of the content stream. */
  codes: Uint32Array;
  geometry: Float32Array;
  flags: Uint8Array;
  /** Index into `styles` a character. */
  style: Uint16Array;
  styles: Style[];
  /** True when the page holds more characters than are read. */
  isCut: boolean;
};

/** Bytes a page takes while it is held. */
export function sizeOf(page: RawPage): number {
  return page.codes.length * 47 + 2000;
}

/** Reads a page, 0-based index. Undefined when PDFium cannot load it. */
export function readRawPage(pdfium: Pdfium, doc: number, index: number, maxChars: number): RawPage | undefined {
  const { api } = pdfium;
  const page = api.FPDF_LoadPage(doc, index);
  if (page === 0) return undefined;
  const text = api.FPDFText_LoadPage(page);
  const scratch = pdfium.allocate(64);
  try {
    api.FPDF_GetPageBoundingBox(page, scratch);
    const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.floats.subarray(scratch >> 2, (scratch >> 2) + 4);
    const label = pdfium.utf16((buffer, bytes) => api.FPDF_GetPageLabel(doc, index, buffer, bytes), 1024);
    const quarters = api.FPDFPage_GetRotation(page);
    return {
      page: index + 1,
      label: label === '' ? String(index + 1) : label,
      width: api.FPDF_GetPageWidthF(page),
      height: api.FPDF_GetPageHeightF(page),
      rotation: quarters === 1 ? 90 : quarters === 2 ? 180 : quarters === 3 ? 270 : 0,
      box: [Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom)],
      ...(text === 0 ? NO_CHARS : readChars(pdfium, text, scratch, maxChars)),
    };
  } finally {
    pdfium.free(scratch);
    if (text !== 0) api.FPDFText_ClosePage(text);
    api.FPDF_ClosePage(page);
  }
}

type Chars = Pick<RawPage, 'codes' | 'geometry' | 'flags' | 'style' | 'styles' | 'isCut'>;

const NO_CHARS: Chars = {
  codes: new Uint32Array(),
  geometry: new Float32Array(),
  flags: new Uint8Array(),
  style: new Uint16Array(),
  styles: [],
  isCut: false,
};

function readChars(pdfium: Pdfium, text: number, scratch: number, maxChars: number): Chars {
  const getUnicode = pdfium.fn('FPDFText_GetUnicode');
  const isGenerated = pdfium.fn('FPDFText_IsGenerated');
  const getTextObject = pdfium.fn('FPDFText_GetTextObject');
  const readBoxes = boxReader(pdfium, text, scratch);
  const total = Math.max(0, pdfium.api.FPDFText_CountChars(text));
  const count = Math.min(total, maxChars);
  const codes = new Uint32Array(count);
  const geometry = new Float32Array(count * NUMBERS);
  const flags = new Uint8Array(count);
  const style = new Uint16Array(count);
  const table = new StyleTable(pdfium, text, scratch);
  let object = -1;
  let current = 0;
  let pending = 0;
  let n = 0;
  for (let i = 0; i < count; i++) {
    const code = getUnicode(text, i) >>> 0;
    if (isGenerated(text, i) === 1) {
      if (code === 0x20) pending |= SPACE_MADE;
      continue;
    }
    if (isBlank(code)) {
      pending |= SPACE_PRINTED;
      continue;
    }
    const owner = getTextObject(text, i);
    if (owner !== object) {
      object = owner;
      current = table.at(i);
    }
    const at = n * NUMBERS;
    readBoxes(i, geometry, at);
    // What has neither a meaning nor ink is a space in disguise.
    if (code === 0 && geometry[at] === geometry[at + 2]) {
      pending |= SPACE_PRINTED;
      continue;
    }
    codes[n] = code;
    style[n] = current;
    flags[n] = pending | (code === 2 ? LINE_HYPHEN : 0);
    pending = 0;
    n++;
  }
  return {
    codes: codes.slice(0, n),
    geometry: geometry.slice(0, n * NUMBERS),
    flags: flags.slice(0, n),
    style: style.slice(0, n),
    styles: table.styles,
    isCut: total > maxChars,
  };
}

/** Reads ink box, loose box and origin of a character into ten numbers. Its functions are looked up once a page. */
function boxReader(pdfium: Pdfium, text: number, scratch: number): (i: number, into: Float32Array, at: number) => void {
  const getCharBox = pdfium.fn('FPDFText_GetCharBox');
  const getLooseBox = pdfium.fn('FPDFText_GetLooseCharBox');
  const getOrigin = pdfium.fn('FPDFText_GetCharOrigin');
  const d = scratch >> 3;
  const f = scratch >> 2;
  return (i, into, at) => {
    getCharBox(text, i, scratch, scratch + 8, scratch + 16, scratch + 24);
    const { doubles } = pdfium;
    into[at] = doubles[d] ?? 0;
    into[at + 1] = doubles[d + 2] ?? 0;
    into[at + 2] = doubles[d + 1] ?? 0;
    into[at + 3] = doubles[d + 3] ?? 0;
    getLooseBox(text, i, scratch);
    const { floats } = pdfium;
    into[at + 4] = floats[f] ?? 0;
    into[at + 5] = floats[f + 3] ?? 0;
    into[at + 6] = floats[f + 2] ?? 0;
    into[at + 7] = floats[f + 1] ?? 0;
    getOrigin(text, i, scratch, scratch + 8);
    into[at + 8] = pdfium.doubles[d] ?? 0;
    into[at + 9] = pdfium.doubles[d + 1] ?? 0;
  };
}

function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0xa0 ||
    (code >= 9 && code <= 13) ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680
  );
}

/** What stands for a page PDFium cannot load, so that page numbers stay true. */
export function emptyPage(pdfium: Pdfium, doc: number, page: number): PageText {
  const { api } = pdfium;
  const size = pdfium.allocate(8);
  const isKnown = api.FPDF_GetPageSizeByIndexF(doc, page - 1, size);
  const [width = 612, height = 792] = isKnown ? pdfium.floats.subarray(size >> 2, (size >> 2) + 2) : [];
  pdfium.free(size);
  return {
    page,
    label: String(page),
    width,
    height,
    rotation: 0,
    box: [0, 0, width, height],
    text: '',
    boxes: [],
    edits: [],
    lines: [],
    blocks: [],
    paragraphs: [],
  };
}
