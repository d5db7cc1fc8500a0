// Citation keys by a pattern, by default in Better BibTeX's manner: auth.lower + shorttitle(3,3) + year. Chinese names
// and titles are spelled in pinyin.
import { pinyin } from 'pinyin-pro';
import type { Author, PaperFields } from '#shared/papers.ts';
import { CITEKEY_PATTERN, CITEKEY_SETTING, isCitekeyPattern } from '#shared/citekey.ts';
import type { Reader } from '../kinds.ts';

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

/** Han syllables in pinyin without tones, each apart; family names as they are said as names (单: shan). */
const syllables = (text: string, isName: boolean): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive', ...(isName && { surname: 'head' }) });

const HAN = /\p{Script=Han}+/gu;

function familyOf(author: Author | undefined): string {
  if (!author) return '';
  const name = 'literal' in author ? author.literal : [author.particle, author.family].filter(Boolean).join(' ');
  // Of a Chinese name that was not split the family name is its first character, or two.
  const split =
    /^\p{Script=Han}{2,4}$/u.test(name) && 'literal' in author ? name.slice(0, name.length > 3 ? 2 : 1) : name;
  return plain(split.replace(HAN, (han) => syllables(han, true).join('')))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The first meaning words of a title, each with a capital; a stretch of Han counts as one, its first four characters. */
function shortTitle(title: string, most: number): string {
  // A hyphen or an apostrophe joins: "Pre-training" is one word, "Pretraining".
  const joined = plain(title).replace(/(?<=[\p{L}\p{N}])[-‐‑'’](?=[\p{L}\p{N}])/gu, '');
  const words = joined.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return words
    .filter((word) => !SKIPPED.has(word.toLowerCase()))
    .slice(0, most)
    .map((word) =>
      /\p{Script=Han}/u.test(word) ? syllables(word.slice(0, 4), false).map(capital).join('') : capital(word),
    )
    .join('');
}

const initials = (text: string): string =>
  (plain(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !SKIPPED.has(word.toLowerCase()))
    .map((word) => (/\p{Script=Han}/u.test(word) ? syllables(word, false).join('').charAt(0) : word.charAt(0)))
    .join('')
    .toUpperCase();

/** What stands for each part of a pattern. */
const PARTS: Record<string, (fields: Partial<PaperFields>) => string> = {
  auth: ({ authors }) => familyOf(authors?.[0]),
  Auth: ({ authors }) => capital(familyOf(authors?.[0])),
  authors: ({ authors }) =>
    (authors ?? [])
      .slice(0, 3)
      .map((author) => capital(familyOf(author)))
      .join(''),
  year: ({ year }) => String(year ?? ''),
  yy: ({ year }) => String(year ?? '').slice(-2),
  venue: ({ container }) => initials(container ?? ''),
};

/** The user's pattern, or the default where none that fits is set. */
export function patternOf(db: Reader): string {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', CITEKEY_SETTING);
  const pattern: unknown = row ? JSON.parse(row.value) : undefined;
  return isCitekeyPattern(pattern) ? pattern : CITEKEY_PATTERN;
}

/** A key for the fields at hand; never empty, may be taken already. */
export function makeCitekey(fields: Partial<PaperFields>, pattern = CITEKEY_PATTERN): string {
  const key = pattern.replace(/\[([A-Za-z]+)(\d?)\]/g, (_, name: string, count: string) =>
    name === 'title' ? shortTitle(fields.title ?? '', Number(count || 1)) : (PARTS[name]?.(fields) ?? ''),
  );
  // What LaTeX and Pandoc take in a key.
  return key.replace(/[\s{}(),\\"#%~='@]+/g, '') || 'untitled';
}
