// What the tag field offers for what is typed.
import type { Tag } from '#shared/tags.ts';

/** An existing tag, or the making of one by the typed name. */
export type TagChoice = { kind: 'tag'; tag: Tag } | { kind: 'new'; name: string };

const MOST = 8;
const keyOf = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Tags not on the thing yet that hold the typed words, those beginning with them first, then the more used; after them
 * a new tag, unless the name is one's already.
 */
export function tagChoices(all: Tag[], own: Tag[], typed: string): TagChoice[] {
  const key = keyOf(typed);
  const ownIds = new Set(own.map((tag) => tag.id));
  const uses = (tag: Tag): number => tag.papers + tag.annotations + tag.findings;
  const found = all
    .filter((tag) => !ownIds.has(tag.id) && keyOf(tag.name).includes(key))
    .sort((a, b) => Number(keyOf(b.name).startsWith(key)) - Number(keyOf(a.name).startsWith(key)) || uses(b) - uses(a))
    .slice(0, MOST)
    .map((tag): TagChoice => ({ kind: 'tag', tag }));
  const isNew = key !== '' && !all.some((tag) => keyOf(tag.name) === key);
  return isNew ? [...found, { kind: 'new', name: typed.trim() }] : found;
}
