// Links by typing: what `[[…` or `@…` before the caret asks for, and how the things found are ordered. Pure.
import type { OwnLink } from '#shared/links.ts';

/** What is being asked for: from `start` (UTF-16) to the caret stands the mark with the words typed so far. */
export type Asked = { start: number; words: string };

/** `[[` takes spaces too, `@` ends with the word; an address such as a@b.org asks for nothing. */
const DOUBLE = /\[\[([^[\]\n]{0,60})$/u;
const AT = /(?:^|[\s(（[「“，。、；：！？]|(?<=\p{Script=Han}))@([\p{L}\p{N}_-]{0,40})$/u;

/** What is asked for before the caret; null where nothing is. */
export function askedAt(text: string, caret: number): Asked | null {
  const before = text.slice(Math.max(0, caret - 80), caret);
  const found = DOUBLE.exec(before) ?? AT.exec(before);
  const words = found?.[1];
  if (found === null || words === undefined) return null;
  const markLength = found[0].startsWith('[[') ? 2 : 1;
  return { start: caret - words.length - markLength, words };
}

/** A thing that can be linked to. `also` are further words it is found by. */
export type Linkable = OwnLink & { name: string; lang?: string; also: string };

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The things that have all the words, those beginning with them first; at most `limit`. */
export function matching(all: readonly Linkable[], words: string, limit: number): Linkable[] {
  const wanted = plain(words).split(/\s+/u).filter(Boolean);
  const scored: { thing: Linkable; score: number }[] = [];
  for (const thing of all) {
    const name = plain(thing.name);
    const text = `${name} ${plain(thing.also)}`;
    if (!wanted.every((word) => text.includes(word))) continue;
    const [first = ''] = wanted;
    const score = name.startsWith(first) ? 0 : new RegExp(`(^|[\\s\\p{P}])${escaped(first)}`, 'u').test(text) ? 1 : 2;
    scored.push({ thing, score });
  }
  return scored
    .toSorted((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ thing }) => thing);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
