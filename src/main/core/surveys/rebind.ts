// A survey read anew: which of its stretches are those it had. What is the same comes first, then what stands in the
// same place and is alike, then what is alike anywhere. Pure.
import { titleLikeness } from '../references/index.ts';
import type { BoundBlock } from './compose.ts';
import type { ParsedSurvey } from './parse/types.ts';
import { hunksOf, linesOfText, type Hunk } from './text-diff.ts';
import type { Mention } from './works.ts';

/** A text, what was read from it, and what its stretches are bound to. */
export type Bound = { text: string; parsed: ParsedSurvey; blocks: readonly BoundBlock[] };

/** A finding or passage as a text says it. `paper` is the id of its paper. */
export type Said = { id: string; primary: string; secondary: string; paper: string | null; line: number };

/** Above this likeness two texts are one, edited; lower where they stand in the same place. */
const ALIKE = 0.6;
const ALIKE_IN_PLACE = 0.3;
/** Comparing more pairs than this would take seconds: then only what stands in the same place is compared. */
const MOST_PAIRS = 60_000;

/** Which lines of a text are those of another, 1-based. */
export type Alignment = { sameAs(line: number): number | null; hunkOf(line: number): Hunk | null };

/** Lines of `after` in terms of those of `before`. */
export function align(before: string, after: string): Alignment {
  const hunks = hunksOf(linesOfText(before).lines, linesOfText(after).lines);
  return {
    sameAs: (line) => {
      let shift = 0;
      for (const { to, atFrom, atTo } of hunks) {
        if (line - 1 < atFrom) break;
        if (line - 1 < atTo) return null;
        shift = to - atTo;
      }
      return line + shift;
    },
    hunkOf: (line) => hunks.find(({ atFrom, atTo }) => line - 1 >= atFrom && line - 1 < atTo) ?? null,
  };
}

const inside = ({ from, to }: Hunk, line: number): boolean => line - 1 >= from && line - 1 < to;

/** The papers that mentions of the new text were bound to in the old one. */
export function boundPapers(
  old: Bound,
  next: ParsedSurvey,
  nextText: string,
  alignment: Alignment,
): (mention: Mention) => string | null {
  const kinds = new Map<string, BoundBlock[]>(Object.entries(Object.groupBy(old.blocks, ({ kind }) => kind)));
  const found = new Map<string, string | null>();
  const rawOf = ({ kind, index }: Mention): string => {
    const span = (kind === 'paper' ? next.papers : kind === 'reference' ? next.references : next.mentions)[index];
    return span ? nextText.slice(span.start, span.end) : '';
  };
  return (mention) => {
    const key = `${mention.kind} ${mention.index}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const blocks = kinds.get(mention.kind) ?? [];
    const same = alignment.sameAs(mention.line);
    const hunk = alignment.hunkOf(mention.line);
    const raw = rawOf(mention);
    const [best] = (
      same !== null
        ? blocks.filter(({ line }) => line === same)
        : hunk
          ? blocks.filter(({ line }) => inside(hunk, line))
          : []
    )
      .map((block) => ({ block, likeness: titleLikeness(old.text.slice(block.start, block.end), raw) }))
      .filter(({ likeness }) => likeness > (same === null ? ALIKE : 0))
      .toSorted((a, b) => b.likeness - a.likeness);
    const paper = best?.block.entityId ?? null;
    found.set(key, paper);
    return paper;
  };
}

/** What the old text says of its findings or passages, each once, with all its parts. */
export function saidIn(old: Bound, kind: 'finding' | 'passage', paperOf: (id: string) => string | null): Said[] {
  const items = kind === 'finding' ? old.parsed.findings : old.parsed.passages;
  const parts = new Map(items.flatMap((item) => item.parts.map((part) => [part.start, part] as const)));
  const said = new Map<string, Said>();
  for (const block of old.blocks) {
    if (block.kind !== kind || block.entityId === null) continue;
    const part = parts.get(block.start);
    const side = part?.side ?? block.side ?? 'primary';
    const entry = said.get(block.entityId) ?? {
      id: block.entityId,
      primary: '',
      secondary: '',
      paper: paperOf(block.entityId),
      line: block.line,
    };
    entry[side] = part?.text ?? old.text.slice(block.start, block.end);
    said.set(block.entityId, entry);
  }
  return [...said.values()];
}

/** For each of the new texts the old one it is, or null; each old one is taken once. */
export function match(
  before: readonly Said[],
  after: readonly Omit<Said, 'id'>[],
  alignment: Alignment,
): (Said | null)[] {
  const taken = new Set<Said>();
  const result = after.map((): Said | null => null);
  const take = (i: number, old: Said): void => {
    result[i] = old;
    taken.add(old);
  };
  const key = (item: Omit<Said, 'id'>): string => JSON.stringify([item.primary, item.secondary]);
  for (const strict of [true, false]) {
    const free = Map.groupBy(
      before.filter((old) => !taken.has(old)),
      key,
    );
    for (const [i, item] of after.entries()) {
      if (result[i] !== null) continue;
      const same = (free.get(key(item)) ?? []).filter(
        (old) => !taken.has(old) && (!strict || old.paper === item.paper),
      );
      const old = same.find((each) => each.line === alignment.sameAs(item.line)) ?? same[0];
      if (old) take(i, old);
    }
  }
  const open = before.filter((old) => !taken.has(old));
  const missing = after.flatMap((item, i) => (result[i] === null ? [{ item, i }] : []));
  const few = open.length * missing.length <= MOST_PAIRS;
  const pairs = missing.flatMap(({ item, i }) => {
    const hunk = alignment.hunkOf(item.line);
    return open.flatMap((old) => {
      const isPlace = alignment.sameAs(item.line) === old.line || (hunk !== null && inside(hunk, old.line));
      if (!isPlace && !few) return [];
      const likeness = alike(item, old);
      if (likeness < (isPlace ? ALIKE_IN_PLACE : ALIKE)) return [];
      return [{ i, old, score: likeness + (isPlace ? 0.5 : 0) + (old.paper === item.paper ? 0.2 : 0) }];
    });
  });
  for (const { i, old } of pairs.toSorted((a, b) => b.score - a.score))
    if (result[i] === null && !taken.has(old)) take(i, old);
  return result;
}

/** The likeness of the sides that both have; of all their words where they have none in common. */
function alike(a: Omit<Said, 'id'>, b: Said): number {
  const sides = (['primary', 'secondary'] as const).filter((side) => a[side] !== '' && b[side] !== '');
  if (sides.length === 0) return titleLikeness(a.primary + a.secondary, b.primary + b.secondary);
  return Math.max(...sides.map((side) => titleLikeness(a[side], b[side])));
}
