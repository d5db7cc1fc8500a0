// Citation keys in Better BibTeX's default manner: auth.lower + shorttitle(3,3) + year.
import type { Author, PaperFields } from '#shared/papers.ts';

/** Words a short title skips: articles, prepositions and conjunctions of the languages titles are mostly in. */
const SKIPPED = new Set(
  [
    'a an the and or nor but so yet as at by for from in into is like near of off on onto out over past per plus',
    'about above across after against along amid among around before behind below beneath beside besides between',
    'beyond despite down during except inside outside round save since some than through to toward towards under',
    'underneath unlike until up upon versus via vs while with within without',
    'de des du la le les l et en un une au aux der die das dem den ein eine einem einen einer eines und von zu zum zur',
    'el los las del y una unos unas il lo gli i della delle dei degli dello dell di da do dos das',
  ].flatMap((words) => words.split(' ')),
);

/** Latin letters that carry no accent to be taken off, as citation keys spell them. */
const SPELLED = new Map(
  'ß:ss æ:ae Æ:AE œ:oe Œ:OE ø:o Ø:O ł:l Ł:L đ:d Đ:D ð:d Ð:D þ:th Þ:Th ı:i'
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
);

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{ASCII}]/gu, (letter) => SPELLED.get(letter) ?? letter);

const familyOf = (author: Author | undefined): string =>
  author ? ('literal' in author ? author.literal : author.family) : '';

/** The first three meaning words of a title, each with a capital; Han text gives its first four characters. */
function shortTitle(title: string): string {
  // A hyphen or an apostrophe joins: "Pre-training" is one word, "Pretraining".
  const joined = plain(title).replace(/(?<=[\p{L}\p{N}])[-‐‑'’](?=[\p{L}\p{N}])/gu, '');
  const words = joined.match(/[\p{L}\p{N}]+/gu) ?? [];
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
