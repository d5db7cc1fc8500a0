// Lists of people in the orders reference styles write them: "Family, Given, and Given Family" (MLA), "Family GM"
// (Vancouver, GB/T 7714), "Family, G. M." (APA, Nature), "G. M. Family" (IEEE), full names, and Chinese names.
import type { Author } from '#shared/papers.ts';

/** People in their order; `etAl` when the list says there are more. */
export type Authors = { authors: Author[]; etAl: boolean };

const PARTICLE =
  "(?:[Dd]e|[Dd]er|[Dd]en|[Vv]an|[Vv]on|[Dd]i|[Dd]a|[Dd]el|[Dd]ella|[Dd]os|[Dd]u|[Ll]a|[Ll]e|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Tt]en|[Tt]er|[Zz]u|[Ss]t\\.?|[’'][Tt])";
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’‐-]+";
/** A family name: particles and one to three words. */
const FAMILY = `(?:${PARTICLE}[ -])*(?:[dO][’'])?${WORD}(?: ${WORD}){0,2}`;
const DOTTED = '\\p{Lu}\\p{Ll}?\\.(?:[ ‐-]?\\p{Lu}\\p{Ll}?\\.){0,4}';
const BARE = '\\p{Lu}(?:[ ‐-]?\\p{Lu}){0,3}';
/** Particles some put behind the initials. */
const BEHIND = '((?: (?:van|von|der|den|de|da|di|la|le))*)';
const SUFFIX = '(?:,? (?:Jr|Sr|II|III|IV)\\b\\.?)?';
const INITIAL = '\\p{Lu}\\.(?:[‐-]\\p{Lu}\\.)?';
const FULL = `${WORD}(?: (?:${INITIAL}|${PARTICLE}|${WORD})){1,4}`;
const HAN = '\\p{Script=Han}{2,4}(?:·\\p{Script=Han}+)?';

/** How a style writes people, and what may follow its list. One person at a time, so that no text makes it slow. */
type ListShape = { first: RegExp; next: RegExp; end: RegExp };
const sticky = (source: string): RegExp => new RegExp(source, 'uy');
const shape = (first: string, end: string, next = first): ListShape => ({
  first: sticky(first),
  next: sticky(next),
  end: sticky(end),
});
const SEPARATOR = sticky(
  '(?:\\s*[,;，、；]?\\s*(?:…|\\. ?\\. ?\\.)\\s*|,? ?(?:&|and|und|和) ?|\\s*[,;，、；]\\s*(?:(?:&|and) )?)(?!et al|等)',
);
const ET_AL = sticky('(?:[,，、]? ?(?:et al\\b\\.?|and others\\b\\.?)|\\s*[,，、]?\\s*等)');
/** Most telling order first. */
const SHAPES: ListShape[] = [
  shape(HAN, '\\s*(?:[.．。:：,，(（]|$)'),
  shape(`${FAMILY}, ${DOTTED}${SUFFIX}`, '[ .,:(]|$'),
  shape(`${FAMILY} ${BARE}${BEHIND}${SUFFIX}(?!\\p{L}|\\.[ ‐-]?\\p{Lu}\\.)`, '[.,:(]| \\(|$'),
  shape(`${DOTTED} ?${FAMILY}${SUFFIX}`, '[.,:(]| \\(|$'),
  shape(`${FAMILY}, ${WORD}(?:[ -](?:${INITIAL}|${WORD})){0,2}`, '[.:(]| \\(|$', FULL),
  shape(FULL, '[.:(]|, (?=\\d{4}|\\p{Lu}{3,})| \\(|$'),
];

/** The author list a reference begins with, and the text behind it; null when it does not begin with one. */
export function takeAuthors(text: string): { people: string; rest: string } | null {
  for (const { first, next, end } of SHAPES) {
    let at = matchAt(first, text, 0);
    if (at < 0) continue;
    for (let count = 0; count < 200; count += 1) {
      const gap = matchAt(SEPARATOR, text, at);
      const person = gap < 0 ? -1 : matchAt(next, text, gap);
      if (person < 0) break;
      at = person;
    }
    const closed = matchAt(ET_AL, text, at);
    if (closed > 0) at = closed;
    // Behind "et al." anything may follow; a bare list must end where its style ends one.
    if (closed < 0 && matchAt(end, text, at) < 0) continue;
    const rest = text.slice(at).replace(/^[\s.,:，。．：]+/, '');
    if (rest !== '') return { people: text.slice(0, at), rest };
  }
  return null;
}

/** Where a match at `from` ends, or -1. */
function matchAt(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const MORE = /[\s,，、;；&]*(?:\bet\s+al\b\.?|\band\s+others\b\.?|\bu\.\s?a\.|等(?:人|著)?\.?)\s*$/iu;
const GROUP =
  /\b(?:university|institute|organi[sz]ation|committee|group|team|consortium|collaboration|association|society|department|ministry|agency|council|foundation|network|investigators|contributors|initiative|inc|corp)\b|大学|学院|研究院|研究所|委员会|公司|协会|学会|出版社|组织/iu;

/** Reads a list of people. What cannot be told apart becomes one `literal`; an empty text no one. */
export function parseAuthors(text: string): Authors {
  let rest = text.replace(/\s+/g, ' ').replace(/^[\s,.:;，。；：]+|[\s,:;，。；：]+$/g, '');
  rest = rest.replace(/[\s,]*\((?:eds?|编|主编)\.?\)$/iu, '').replace(/,? eds?\.$/i, '');
  const etAl = MORE.test(rest);
  rest = rest.replace(MORE, '').replace(/[,;，；、]$/, '');
  // "Gao F, Yu J." ends its list, not a name; "Gao, F." ends a name.
  if (!/\p{Lu}\.[ -]|\p{Lu}\.,|, \p{Lu}\.$/u.test(rest)) rest = rest.replace(/\.$/, '');
  if (rest.trim() === '' || !/\p{L}/u.test(rest)) return { authors: [], etAl };
  return { authors: split(rest.trim()), etAl };
}

function split(text: string): Author[] {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han > text.length / 3)
    return text.split(/[,，、;；]|\s+(?:and|&)\s+|和|\s+/u).flatMap((name) => hanName(name.trim()));
  if (GROUP.test(text) && !/,/.test(text)) return [{ literal: text.replace(/\.$/, '') }];
  if (text.includes(';')) return text.split(';').flatMap((name) => one(name.replace(/^\s*(?:and|&)\s/, '')));
  const joined = text.replace(/,?\s*(?:…|\. ?\. ?\.)\s*/g, ', ').replace(/,?\s+(?:and|&|und|et|y)\s+/g, ', ');
  const tokens = joined.split(/\s*[,，]\s*/).filter((token) => token !== '');
  return order(tokens);
}

const isInitials = (token: string): boolean => new RegExp(`^(?:${DOTTED}|${BARE})$`, 'u').test(token);
const isSuffix = (token: string): boolean => /^(?:Jr|Sr|II|III|IV)\.?$/.test(token);

/** Puts comma-separated pieces together by the order they betray. */
function order(pieces: string[]): Author[] {
  const tokens = pieces.filter((token) => !isSuffix(token));
  const [first = '', second] = tokens;
  if (second === undefined) return one(first);
  const pairs =
    tokens.length % 2 === 0 && tokens.every((token, i) => i % 2 === 0 || isInitials(token) || startsInitial(token));
  if (pairs && !new RegExp(`^${DOTTED}`, 'u').test(first) && !endsInitials(first)) return inPairs(tokens);
  if (endsInitials(first) || new RegExp(`^${DOTTED}[ ‐-]?\\p{L}`, 'u').test(first)) return tokens.flatMap(one);
  const inverted =
    isInitials(second) || !/[ ]/.test(first) || new RegExp(`^${PARTICLE}[ -]`, 'u').test(first) || !/ /.test(second);
  if (!inverted) return tokens.flatMap(one);
  const rest = tokens.slice(2);
  // "Family, G., Family, G." with an odd piece: pair as far as the pieces pair, the others stand alone.
  if (rest.some((token) => isInitials(token))) return inPairs(tokens);
  return [person(first, second), ...rest.flatMap(one)];
}

const startsInitial = (token: string): boolean => new RegExp(`^${DOTTED}(?: ${DOTTED})*$`, 'u').test(token);
const endsInitials = (token: string): boolean =>
  new RegExp(`^${FAMILY} ${BARE}$`, 'u').test(token) && !/^\p{Lu}+ \p{Lu}{5,}$/u.test(token);

function inPairs(tokens: string[]): Author[] {
  const people: Author[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const [token = '', next] = [tokens[i], tokens[i + 1]];
    if (next !== undefined && isInitials(next)) {
      people.push(person(token, next));
      i += 1;
    } else people.push(...one(token));
  }
  return people;
}

/** One person whose name has no comma to tell family from given, or one comma that does. */
function one(name: string): Author[] {
  const text = name.trim().replace(/^(?:and|&)\s+/, '');
  if (text === '' || !/\p{L}/u.test(text)) return [];
  if (/\p{Script=Han}/u.test(text)) return hanName(text);
  const comma = /^([^,]+),\s*(.+)$/u.exec(text);
  if (comma?.[1] !== undefined && comma[2] !== undefined) return [person(comma[1], comma[2])];
  if (GROUP.test(text)) return [{ literal: text.replace(/\.$/, '') }];
  const vancouver = new RegExp(`^(${FAMILY}) (${BARE})${BEHIND}$`, 'u').exec(text);
  if (vancouver?.[1] !== undefined && vancouver[2] !== undefined && !/^\p{Lu}{5,}$/u.test(vancouver[2]))
    return [person(`${vancouver[3] ?? ''} ${vancouver[1]}`, vancouver[2])];
  const words = text.replace(/(?<=\p{L}{2})\.$/u, '').split(' ');
  const family = words.findIndex(
    (word, i) =>
      i > 0 &&
      i < words.length - 1 &&
      /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|ten|ter|zu|al|el)$/.test(word),
  );
  const cut = family > 0 ? family : words.length - 1;
  if (cut < 1 || words.length > 6) return [{ literal: text }];
  return [person(words.slice(cut).join(' '), words.slice(0, cut).join(' '))];
}

function person(family: string, given: string): Author {
  return { family: unshout(family.trim()), given: given.trim().replace(/(?<=\p{L}{2})\.$/u, '') };
}

/** GB/T 7714 may print family names in capitals: "ZHANG" is Zhang, but "LI" of two letters too. */
function unshout(family: string): string {
  if (!/^[\p{Lu} '’-]{2,}$/u.test(family)) return family;
  return family.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase());
}

const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|皇甫|东方|尉迟|公孙|令狐|慕容|夏侯|司徒|端木|长孙|宇文|独孤|南宫|申屠|轩辕|百里|呼延|欧陽|諸葛|東方|夏侯)/u;

/** A Chinese name: compound family names are known by list, others have one character. */
function hanName(name: string): Author[] {
  const text = name.replace(/[\s.．。:：]+/g, '').replace(/^(?:译|著|编)|(?:等)?(?:译|著|编著|主编|编)$/gu, '');
  if (text === '' || text === '等') return [];
  const length = [...text].length;
  if (!/^\p{Script=Han}+$/u.test(text) || length < 2 || length > 4 || GROUP.test(text)) return [{ literal: text }];
  const cut = length > 2 && COMPOUND.test(text) ? 2 : 1;
  return [{ family: text.slice(0, cut), given: text.slice(cut) }];
}
