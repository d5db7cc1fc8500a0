// A whole document: reads pages ahead to learn its habits, then makes the text model page by page.

import { HabitCollector } from '#shared/text/habits.ts';
import type { PageText } from '#shared/text/model.ts';
import { EDGE, Furniture, NUMBER_EDGE } from './furniture.ts';
import { fragmentsByDirection, heightFraction } from './layout.ts';
import { pageTextOf } from './page-text.ts';
import { NUMBERS, readRawPage, sizeOf, type RawPage } from './raw-page.ts';
import type { OpenDocument, Pdfium } from './pdfium.ts';

/** Pages read before the first is put together, and the memory they may take while held. */
const AHEAD_PAGES = 400;
const AHEAD_BYTES = 96 * 1024 * 1024;
/** More characters on a page than this are not read. */
const MAX_CHARS = 200_000;

/** The text model of each page in order; undefined for a page PDFium cannot load. */
export function* documentText(pdfium: Pdfium, doc: OpenDocument, pageCount: number): Generator<PageText | undefined> {
  const habits = new HabitCollector();
  const furniture = new Furniture();
  const held = new Map<number, RawPage | undefined>();
  let bytes = 0;
  const ahead = Math.min(pageCount, AHEAD_PAGES);
  for (let index = 0; index < ahead && bytes < AHEAD_BYTES; index++) {
    const page = readRawPage(pdfium, doc.handle, index, MAX_CHARS);
    held.set(index, page);
    if (page === undefined) continue;
    bytes += sizeOf(page);
    learn(page, habits, furniture);
  }
  for (let index = 0; index < pageCount; index++) {
    const isHeld = held.has(index);
    const page = isHeld ? held.get(index) : readRawPage(pdfium, doc.handle, index, MAX_CHARS);
    held.delete(index);
    if (page !== undefined && !isHeld) learn(page, habits, furniture);
    yield page === undefined ? undefined : pageTextOf(page, { habits, furniture });
  }
}

function learn(page: RawPage, habits: HabitCollector, furniture: Furniture): void {
  learnWords(page, habits);
  const [main] = fragmentsByDirection(edgesOf(page));
  if (main !== undefined) furniture.learn(page.page, main.fragments, heightFraction(page, main.dir));
}

/** Feeds the printed lines of a page, roughly told apart by a jump back or down, to the habits. */
function learnWords(page: RawPage, habits: HabitCollector): void {
  let line = '';
  let isCut = false;
  for (let i = 0; i < page.codes.length; i++) {
    const at = i * NUMBERS;
    const size = page.styles[page.style[i] ?? 0]?.size ?? 10;
    const dx = (page.geometry[at + 8] ?? 0) - (page.geometry[at + 8 - NUMBERS] ?? 0);
    const dy = Math.abs((page.geometry[at + 9] ?? 0) - (page.geometry[at + 9 - NUMBERS] ?? 0));
    if (i > 0 && (dx < -size * 2 || dy > size * 0.9)) {
      habits.addLine(line, isCut);
      isCut = /[-\u2010\u00AD\u0002]$/u.test(line);
      line = '';
    }
    if (((page.flags[i] ?? 0) & 3) !== 0) line += ' ';
    line += String.fromCodePoint(Math.min(page.codes[i] ?? 0, 0x10ffff));
  }
  habits.addLine(line, isCut);
}

/** The page with only the characters near its head and foot, further in only digits: what furniture is made of. */
function edgesOf(page: RawPage): RawPage {
  const [, y1, , y2] = page.box;
  const height = Math.max(y2 - y1, 1);
  const kept: number[] = [];
  for (let i = 0; i < page.codes.length; i++) {
    const at = ((page.geometry[i * NUMBERS + 9] ?? 0) - y1) / height;
    const toEdge = Math.min(at, 1 - at);
    const code = page.codes[i] ?? 0;
    if (toEdge <= EDGE || (toEdge <= NUMBER_EDGE && code >= 0x30 && code <= 0x39)) kept.push(i);
  }
  const codes = new Uint32Array(kept.length);
  const flags = new Uint8Array(kept.length);
  const style = new Uint16Array(kept.length);
  const geometry = new Float32Array(kept.length * NUMBERS);
  for (let to = 0; to < kept.length; to++) {
    const from = kept[to] ?? 0;
    codes[to] = page.codes[from] ?? 0;
    flags[to] = page.flags[from] ?? 0;
    style[to] = page.style[from] ?? 0;
    for (let k = 0; k < NUMBERS; k++) geometry[to * NUMBERS + k] = page.geometry[from * NUMBERS + k] ?? 0;
  }
  return { ...page, codes, flags, style, geometry };
}
