// The few words around a hit, with the words that were asked for marked.
import type { Found } from '../text/find-leaves.ts';

export type Snippet = { text: string; marks: [number, number][] };

/** Characters on the whole; Han counts double, as it is printed. */
const WIDTH = 240;
const LEAD = 70;
const HAN = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/u;

/** The stretch of the text that has most of what was asked for, near its first place. */
export function snippetOf(text: string, found: readonly Found[]): Snippet {
  const at = best(found);
  const lead = HAN.test(text.slice(Math.max(0, at - 10), at + 10)) ? LEAD / 2 : LEAD;
  const width = lead === LEAD ? WIDTH : WIDTH / 2;
  const from = wordStart(text, Math.max(0, at - lead), at);
  const to = wordEnd(text, Math.min(text.length, Math.max(from + width, at + 20)));
  const before = from > 0 ? '… ' : '';
  const shown = before + text.slice(from, to).replace(/\s/gu, ' ').trimEnd() + (to < text.trimEnd().length ? ' …' : '');
  const shift = before.length - from;
  const marks = merged(found.filter(({ start, end }) => start >= from && end <= to));
  return { text: shown, marks: marks.map(([start, end]): [number, number] => [start + shift, end + shift]) };
}

/** Where to begin: the place after which the most different leaves follow closely. */
function best(found: readonly Found[]): number {
  let start = found[0]?.start ?? 0;
  let most = 0;
  for (let i = 0; i < found.length; i++) {
    const here = found[i];
    if (!here) continue;
    const leaves = new Set<number>();
    for (let j = i; j < found.length && (found[j]?.end ?? 0) - here.start < WIDTH - LEAD; j++)
      leaves.add(found[j]?.leaf ?? 0);
    if (leaves.size > most) {
      most = leaves.size;
      start = here.start;
    }
  }
  return start;
}

/** Overlapping and touching stretches as one. */
export function merged(found: readonly { start: number; end: number }[]): [number, number][] {
  const out: [number, number][] = [];
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

function wordStart(text: string, at: number, latest: number): number {
  if (at === 0) return 0;
  for (let i = at; i < Math.min(at + 24, latest); i++) if (/[\s，。；、,.;]/u.test(text.charAt(i))) return i + 1;
  return isLow(text, at) ? at + 1 : at;
}

function wordEnd(text: string, at: number): number {
  for (let i = at; i < Math.min(at + 24, text.length); i++) if (/[\s，。；、]/u.test(text.charAt(i))) return i;
  return isLow(text, at) ? at + 1 : at;
}

/** In the middle of a surrogate pair. */
const isLow = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/u.test(text.charAt(at));
