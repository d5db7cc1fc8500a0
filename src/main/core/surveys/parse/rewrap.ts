// The reverse of `unwrapLines`: a text put back where it stands in a document, behind its list indent and quote marks.
// Lines that did not change keep their bytes.
import type { TextEdit } from '../encode.ts';

/** The line end most used in a text; LF where there is none. */
export function commonLineEnd(text: string): string {
  const counts = new Map<string, number>();
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '\n';
}

/** Start of the line an offset is on. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** End of the line an offset is on, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}

/** What a later line of the block at `start` carries in front: its quote marks, and spaces as wide as its list marker. */
export function marginAt(text: string, start: number): string {
  const before = text.slice(lineStart(text, start), start);
  return before.replace(/[^>\t]/g, ' ');
}

type Line = { start: number; content: number; end: number };

/** Lines of a stretch; the first begins with content, later ones with their margin. */
function linesWithin(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  let from = start;
  for (const stop of text.slice(start, end).matchAll(/\r\n|\n|\r|$/g)) {
    const to = start + stop.index;
    const margin = lines.length === 0 ? 0 : (/^[ \t>]*/.exec(text.slice(from, to))?.[0].length ?? 0);
    lines.push({ start: from, content: from + margin, end: to });
    from = to + stop[0].length;
    if (stop[0] === '') break;
  }
  return lines;
}

/**
 * The edits that make a stretch say `next` where it says `base` (its text without margins). As few lines as can be are
 * touched, each after its margin.
 */
export function rewrap(text: string, start: number, stop: number, base: string, next: string): TextEdit[] {
  if (base === next) return [];
  // White space at the end is no part of what a stretch says.
  const end = start + text.slice(start, stop).trimEnd().length;
  const raw = linesWithin(text, start, end);
  const [before, after] = [base.split('\n'), next.split('\n')];
  const margin = raw[1] ? text.slice(raw[1].start, raw[1].content) : marginAt(text, start);
  const eol = commonLineEnd(text);
  const lineOf = (line: string): string => (line === '' ? margin.trimEnd() : margin + line);
  const whole = after.map((line, i) => (i === 0 ? line : lineOf(line))).join(eol);
  if (raw.length !== before.length) return [{ start, end, insert: whole }];
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const [gone, come] = [raw.slice(head, raw.length - tail), after.slice(head, after.length - tail)];
  const [first, last] = [gone[0], gone.at(-1)];
  if (first === undefined || last === undefined) {
    // Lines only come in: behind the last that stays.
    const at = raw[head - 1]?.end ?? start;
    if (head === 0) return [{ start, end, insert: whole }];
    return [{ start: at, end: at, insert: come.map((line) => eol + lineOf(line)).join('') }];
  }
  if (come.length === 0) {
    if (head === 0) return [{ start, end, insert: whole }];
    return [{ start: raw[head - 1]?.end ?? first.start, end: last.end, insert: '' }];
  }
  const insert = come.map((line, i) => (i === 0 ? line : lineOf(line))).join(eol);
  return [narrowed(text, first.content, last.end, insert)];
}

/** Without what both have in common at their beginning and end; never through a surrogate pair. */
function narrowed(text: string, start: number, end: number, insert: string): TextEdit {
  let [from, to, a, b] = [start, end, 0, insert.length];
  while (from < to && a < b && text[from] === insert[a]) [from, a] = [from + 1, a + 1];
  while (to > from && b > a && text[to - 1] === insert[b - 1]) [to, b] = [to - 1, b - 1];
  if (from > start && (isLow(text[from]) || isLow(insert[a]))) [from, a] = [from - 1, a - 1];
  if (to < end && (isLow(text[to]) || isLow(insert[b]))) [to, b] = [to + 1, b + 1];
  return { start: from, end: to, insert: insert.slice(a, b) };
}

const isLow = (unit: string | undefined): boolean => unit !== undefined && unit >= '\uDC00' && unit <= '\uDFFF';
