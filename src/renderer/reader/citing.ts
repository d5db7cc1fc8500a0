// A quotation with where it is from: the authors, the year and the printed page.
import type { Author, Paper } from '#shared/papers.ts';

/** What a citation is made of. */
export type Cited = Pick<Paper, 'authors' | 'year' | 'title'>;

const nameOf = (author: Author): string => ('literal' in author ? author.literal : author.family || author.given);

/** “Smith”, “Smith & Wang”, “Smith et al.”; “温以澄等” in Chinese. '' without authors. */
export function shortAuthors(authors: readonly Author[], isChinese: boolean): string {
  const [first, second] = authors.map((author) =>
    isChinese && 'family' in author ? author.family + author.given : nameOf(author),
  );
  if (first === undefined) return '';
  if (second === undefined) return first;
  if (isChinese) return authors.length === 2 ? `${first}、${second}` : `${first}等`;
  return authors.length === 2 ? `${first} & ${second}` : `${first} et al.`;
}

/**
 * The words in quotation marks, then author, year and printed page: “…” (Smith et al., 2018, p. 12). Chinese words get
 * Chinese punctuation: “……”（温以澄等，2027，第 12 页）. A paper without authors is cited by its title.
 */
export function citedQuote(quote: string, { authors, year, title }: Cited, labels: readonly string[]): string {
  const han = quote.match(/\p{Script=Han}/gu)?.length ?? 0;
  const isChinese = han * 3 > quote.length;
  const words = quote.trim().replace(/\n+/gu, isChinese ? '' : ' ');
  const [first, last] = [labels[0], labels.at(-1)];
  const pages = first === undefined || first === last ? (first ?? '') : `${first}–${last}`;
  const isOne = first === last;
  const where = pages === '' ? '' : isChinese ? `第 ${pages} 页` : `${isOne ? 'p.' : 'pp.'} ${pages}`;
  const whose = shortAuthors(authors, isChinese) || title;
  const parts = [whose, year === null ? (isChinese ? '无日期' : 'n.d.') : String(year), where].filter(
    (part) => part !== '',
  );
  return isChinese ? `“${words}”（${parts.join('，')}）` : `“${words}” (${parts.join(', ')})`;
}
