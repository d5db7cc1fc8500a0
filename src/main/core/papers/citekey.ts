// Citation keys in Better BibTeX's default manner: auth.lower + shorttitle(3,3) + year.
import type { Author, PaperFields } from '#shared/papers.ts';

/** Words a short title skips. */
const SKIPPED = new Set(
  'a an and as at but by de do et for from in is la nor of on or so the to up via vs with yet'.split(' '),
);

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');

const familyOf = (author: Author | undefined): string =>
  author ? ('literal' in author ? author.literal : author.family) : '';

/** The first three meaning words of a title, each with a capital; Han text gives its first four characters. */
function shortTitle(title: string): string {
  const words = plain(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => !SKIPPED.has(word.toLowerCase()))
    .slice(0, 3)
    .map((word) => (/\p{Script=Han}/u.test(word) ? word.slice(0, 4) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

/** A key for the fields at hand; never empty, may be taken already. */
export function makeCitekey(fields: Partial<PaperFields>): string {
  const family = plain(familyOf(fields.authors?.[0]))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  const key = `${family}${shortTitle(fields.title ?? '')}${fields.year ?? ''}`;
  return key || 'untitled';
}
