// Finds the reference list in a document's text model and cuts it into its entries. Pure.
import type { Line, PageText, Rect } from '#shared/text/model.ts';

/** One printed entry: its label ('12', '' where there is none), clean text, and where it stands. */
export type PrintedEntry = { label: string; raw: string; page: number; rects: Rect[] };

/** A line of running text, in reading order. */
type Printed = { page: PageText; line: Line; text: string };

const NUMBER = String.raw`(?:(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]?\s*)?`;
const HEADING = new RegExp(
  `^${NUMBER}(?:references?(?:\\s+and\\s+(?:notes|links))?|reference list|bibliography|literature(?: cited)?|works cited|cited references|参\\s*考\\s*(?:文\\s*献|资\\s*料)|引\\s*用\\s*文\\s*献|文\\s*献)\\s*[:：.]?$`,
  'i',
);
const AFTER = new RegExp(
  `^${NUMBER}(?:appendix|appendices|supplement(?:ary|al)?\\b|supporting information|acknowledge?ments?|author contributions?|author information|about the authors?|competing interests?|conflicts? of interest|publisher.s note|data availability|附\\s*录|致\\s*谢|作者简介|补充材料)`,
  'i',
);
const LABEL =
  /^\s*(?:\[\s*(\d{1,4})\s*\]|【\s*(\d{1,4})\s*】|[(（]\s*(\d{1,4})\s*[)）]|(\d{1,4})\s*[.．、](?=\s|\p{Lu}|\p{Script=Han}|$)|(\d{1,4})(?=\s+\p{Lu}))\s*/u;
const NAMED = /^\s*\[([A-Za-z][\w+*-]{1,14}\d{2,4}[a-z]?)\]\s*/;
/** A section behind the list: "A. Object Detection Baselines", "B GENERALISATION OF FEATURES". */
const SECTION = /^(?:[A-Z]\.\s+\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){1,7}|(?:[A-Z]\s+)?\p{Lu}[\p{Lu}\s&:-]{6,60})$/u;
/** Most entries tell a year; a list where few do is none. */
const YEAR = /(?<!\d)(?:1[89]|20)\d{2}(?!\d)/;
/** Pages looked through for the heading, from the end. */
const MAX_PAGES = 400;
/** An entry of more lines than this is no entry. */
const MAX_LINES = 40;

/** Lines of running text of a page; what stands in headers, footers, margins and figures is passed over. */
function linesOf(page: PageText): Printed[] {
  const running = page.blocks.filter(({ role }) => role === 'text' || role === 'footnote');
  return page.lines
    .filter((line) => line.dir === 0 && running.some((block) => block.start <= line.start && line.end <= block.end))
    .map((line) => ({ page, line, text: page.text.slice(line.start, line.end).trim() }))
    .filter(({ text }) => text !== '');
}

/** The entries of the last reference list of a document; empty where it prints none. `page(n)` gives page n, 1-based. */
export function findReferences(count: number, page: (number: number) => PageText | undefined): PrintedEntry[] {
  const tail: Printed[] = [];
  for (let number = count; number >= 1 && count - number < MAX_PAGES; number -= 1) {
    const text = page(number);
    if (!text) continue;
    const lines = linesOf(text);
    const at = lines.findLastIndex((line) => HEADING.test(line.text));
    tail.unshift(...lines.slice(at + 1));
    if (at < 0) continue;
    const entries = cut(untilNextHeading(tail));
    const dated = entries.filter(({ raw }) => YEAR.test(raw)).length;
    if (entries.length >= 2 && dated >= entries.length * 0.4) return entries;
  }
  return [];
}

function untilNextHeading(lines: Printed[]): Printed[] {
  const end = lines.findIndex(
    ({ text }, at) => at > 1 && text.length < 60 && (AFTER.test(text) || (SECTION.test(text) && !/,/.test(text))),
  );
  return end < 0 ? lines : lines.slice(0, end);
}

function cut(lines: Printed[]): PrintedEntry[] {
  return numbered(lines) ?? named(lines) ?? hanging(lines);
}

/** Entries by numbers that count up; null where the lines are not numbered so. */
function numbered(lines: Printed[]): PrintedEntry[] | null {
  const shapes = lines.map(({ text }) => {
    const found = LABEL.exec(text);
    const shape = found ? found.slice(1).findIndex((group) => group !== undefined) : -1;
    return { shape, number: Number(found?.[shape + 1] ?? Number.NaN), length: found?.[0].length ?? 0 };
  });
  let best: number[] = [];
  for (let shape = 0; shape < 5; shape += 1) {
    const starts: number[] = [];
    let expected = 1;
    shapes.forEach((one, at) => {
      // A number lost to a misprint must not end the list; a year or a page number must not skip it ahead.
      if (one.shape !== shape || one.number < expected || one.number > expected + 2) return;
      starts.push(at);
      expected = one.number + 1;
    });
    if (starts.length > best.length) best = starts;
  }
  const first = shapes[best[0] ?? -1]?.number;
  if (best.length < 3 || first === undefined || first > 3 || (best[0] ?? 0) > 6) return null;
  return best.map((start, at) =>
    entry(
      lines.slice(start, best[at + 1] ?? lines.length),
      String(shapes[start]?.number ?? ''),
      shapes[start]?.length ?? 0,
    ),
  );
}

/** Entries labelled [Smith20]; null where they are not. */
function named(lines: Printed[]): PrintedEntry[] | null {
  const starts = lines.flatMap(({ text }, at) => (NAMED.test(text) ? at : []));
  if (starts.length < 3 || (starts[0] ?? 9) > 3) return null;
  return starts.map((start, at) => {
    const found = NAMED.exec(lines[start]?.text ?? '');
    return entry(lines.slice(start, starts[at + 1] ?? lines.length), found?.[1] ?? '', found?.[0].length ?? 0);
  });
}

/** Where an unnumbered entry may begin: a name, an institution, an opening quote. */
const BEGINS = /^["“‘'«]?[\p{Lu}\p{Script=Han}\p{Lt}]|^(?:de|van|von|der|la|le|el|al|d’|d')\b/u;
/** How an entry ends as a rule: a stop, a page, a year, an address. */
const ENDS = /(?:[.。)\]’”"]|\d|\/\S*|\bpp?\b.*)\s*$/u;

/** Entries by a hanging indent within each column; by blocks and endings where all lines begin alike. */
function hanging(lines: Printed[]): PrintedEntry[] {
  const lefts = columnsOf(lines);
  const isIndented = lines.map((line, at) => line.line.rect[0] - (lefts[at] ?? 0) > 3);
  const share = isIndented.filter(Boolean).length / Math.max(1, lines.length);
  const starts = lines.flatMap((line, at) => {
    if (at === 0) return at;
    if (share > 0.15) return isIndented[at] ? [] : at;
    const before = lines[at - 1];
    const isApart = before?.page === line.page && before.line.rect[1] - line.line.rect[3] > 3.5;
    const isShort = before !== undefined && before.line.rect[2] < line.line.rect[2] - 24;
    return BEGINS.test(line.text) && ENDS.test(before?.text ?? '') && (isApart || isShort) ? at : [];
  });
  return starts
    .map((start, at) => entry(lines.slice(start, starts[at + 1] ?? lines.length), '', 0))
    .filter(({ raw }) => raw.length >= 20);
}

/** The left edge of each line's column. */
function columnsOf(lines: Printed[]): number[] {
  const byPage = Map.groupBy(lines, ({ page }) => page.page);
  return lines.map(({ page, line }) => {
    const near = (byPage.get(page.page) ?? []).filter((other) => Math.abs(other.line.rect[0] - line.rect[0]) < 60);
    return Math.min(...near.map((other) => other.line.rect[0]));
  });
}

function entry(lines: Printed[], label: string, skip: number): PrintedEntry {
  const kept = untilGap(lines.slice(0, MAX_LINES));
  const [first] = kept;
  const raw: string[] = [];
  for (const [page, own] of Map.groupBy(kept, (line) => line.page)) {
    // Lines that follow each other in the text are taken with what joins them; a figure between them is left out.
    let start = own[0]?.line.start ?? 0;
    let end = start;
    for (const { line } of own) {
      if (line.start - end > 2) {
        raw.push(page.text.slice(start, end));
        start = line.start;
      }
      end = line.end;
    }
    raw.push(page.text.slice(start, end));
  }
  const text = raw.join(' ').replace(/\s+/g, ' ').trim();
  return {
    label,
    raw: text.slice(skip).trim(),
    page: first?.page.page ?? 1,
    rects: kept.filter((line) => line.page === first?.page).map(({ line }) => line.rect),
  };
}

/** The lines up to a gap of more than a line's height: what follows is no part of the entry. */
function untilGap(lines: Printed[]): Printed[] {
  const end = lines.findIndex(({ page, line }, at) => {
    const before = lines[at - 1];
    if (!before || before.page !== page || line.rect[0] > before.line.rect[2]) return false;
    const height = Math.max(6, before.line.rect[3] - before.line.rect[1]);
    const gap = before.line.rect[1] - line.rect[3];
    return gap > height * 1.3;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
