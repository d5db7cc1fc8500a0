// Two versions of a text, line by line: what is the same, and what stands in place of what.
import { diffArrays } from 'diff';
import type { TextEdit } from './encode.ts';
import { commonLineEnd } from './parse/rewrap.ts';

/** Lines without their ends, and where each begins. The last has no end. */
export function linesOfText(text: string): { lines: string[]; starts: number[] } {
  const [lines, starts]: [string[], number[]] = [[], [0]];
  let from = 0;
  for (const end of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push(text.slice(from, end.index));
    from = end.index + end[0].length;
    starts.push(from);
  }
  lines.push(text.slice(from));
  return { lines, starts };
}

/** A stretch of lines that differs: `[from, to)` of the old, `[atFrom, atTo)` of the new, counted from 0. */
export type Hunk = { from: number; to: number; atFrom: number; atTo: number };

/** Texts further apart than this, or longer where they differ, count as one change: telling more would take minutes. */
const MOST_EDITS = 3000;
const MOST_LINES = 40_000;

/** Where two lists of lines differ. */
export function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (old.length + now.length === 0) return [];
  const changes =
    old.length + now.length > MOST_LINES ? undefined : diffArrays(old, now, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [{ from: head, to: head + old.length, atFrom: head, atTo: head + now.length }];
  const hunks: Hunk[] = [];
  let [i, j] = [head, head];
  let open: Hunk | null = null;
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      [i, j, open] = [i + count, j + count, null];
      continue;
    }
    if (open === null) hunks.push((open = { from: i, to: i, atFrom: j, atTo: j }));
    if (removed) open.to = i += count;
    else open.atTo = j += count;
  }
  return hunks;
}

/**
 * The edits that make a text say `next`, whatever line ends `next` has: lines that are the same keep theirs, new ones
 * get the text's usual.
 */
export function editsTo(text: string, next: string): TextEdit[] {
  const [old, now] = [linesOfText(text), linesOfText(next)];
  const eol = commonLineEnd(text);
  const startOf = (line: number): number => old.starts[line] ?? text.length;
  const endOf = (line: number): number => startOf(line) + (old.lines[line]?.length ?? 0);
  return hunksOf(old.lines, now.lines).flatMap(({ from, to, atFrom, atTo }): TextEdit[] => {
    const come = now.lines.slice(atFrom, atTo);
    if (to - from === come.length)
      return come.map((line, i) => narrow(old.lines[from + i] ?? '', startOf(from + i), line)).filter(changes);
    if (come.length === 0) {
      if (to < old.lines.length) return [{ start: startOf(from), end: startOf(to), insert: '' }];
      return [{ start: from === 0 ? 0 : endOf(from - 1), end: text.length, insert: '' }];
    }
    if (from === to) {
      if (from < old.lines.length)
        return [{ start: startOf(from), end: startOf(from), insert: come.map((line) => line + eol).join('') }];
      return [{ start: text.length, end: text.length, insert: come.map((line) => eol + line).join('') }];
    }
    return [narrow(text.slice(startOf(from), endOf(to - 1)), startOf(from), come.join(eol))];
  });
}

const changes = ({ start, end, insert }: TextEdit): boolean => end > start || insert !== '';

/** Replaces `before` at `at`, but for what both begin and end with. */
function narrow(before: string, at: number, insert: string): TextEdit {
  let [head, tail] = [0, 0];
  const most = Math.min(before.length, insert.length);
  while (head < most && before[head] === insert[head]) head += 1;
  while (tail < most - head && before[before.length - 1 - tail] === insert[insert.length - 1 - tail]) tail += 1;
  // Never through a pair of surrogates, nor between the two units of a line end.
  if (/[\uD800-\uDBFF\r]/.test(before[head - 1] ?? '')) head -= 1;
  if (/[\uDC00-\uDFFF\n]/.test(before[before.length - tail] ?? '')) tail -= 1;
  return {
    start: at + head,
    end: at + before.length - Math.max(0, tail),
    insert: insert.slice(head, insert.length - Math.max(0, tail)),
  };
}
