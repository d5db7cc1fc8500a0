// People of a paper: how they are shown, written and read. Pure.
import type { Author } from '#shared/papers.ts';
import type { UiLanguage } from '../ui/language.ts';

const HAN = /\p{Script=Han}/u;
const isHan = (text: string): boolean => HAN.test(text) && !/[a-z]/i.test(text);

/** One person in full: `Nima Tajbakhsh`, `王小明`, `CheXpert Group`. */
export function fullName(author: Author): string {
  if ('literal' in author) return author.literal;
  const { family, given } = author;
  return isHan(family + given) ? family + given : [given, family].filter(Boolean).join(' ');
}

/** What a list shows of a person: the family name, or a Chinese name in full. */
function shortName(author: Author): string {
  if ('literal' in author) return author.literal;
  return isHan(author.family + author.given) ? author.family + author.given : author.family || author.given;
}

/**
 * People in one line: up to `most` names, then "et al." or 等. The words between names follow the names' own script
 * where they are all Chinese, else the interface's language.
 */
export function formatAuthors(authors: readonly Author[], language: UiLanguage, most = 3): string {
  const names = authors.map(shortName).filter(Boolean);
  if (names.length === 0) return '';
  const isChinese = names.every(isHan) || (language === 'zh-Hans' && names.some(isHan));
  if (names.length > most) {
    const first = names.slice(0, Math.max(1, most - 1));
    return isChinese || language === 'zh-Hans'
      ? `${first.join(isChinese ? '、' : ', ')} 等`
      : `${first.join(', ')} et al.`;
  }
  if (isChinese) return names.join('、');
  if (names.length === 1) return names[0] ?? '';
  const and = language === 'zh-Hans' ? ', ' : ' & ';
  return `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`;
}

/** People as a user edits them: one a line, `Family, Given`; a line without a comma is a name that is not split. */
export const authorsText = (authors: readonly Author[]): string =>
  authors
    .map((author) =>
      'literal' in author ? author.literal : author.given ? `${author.family}, ${author.given}` : `${author.family},`,
    )
    .join('\n');

/** Reads what {@link authorsText} writes; empty lines are left out. A full-width comma or a semicolon list serves too. */
export function parseAuthors(text: string): Author[] {
  const authors: Author[] = [];
  for (const line of text.split(/[\n;；]/)) {
    const name = line.trim().replace('，', ',');
    const comma = name.indexOf(',');
    if (!name || name === ',') continue;
    if (comma < 0) authors.push({ literal: name });
    else authors.push({ family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() });
  }
  return authors;
}
