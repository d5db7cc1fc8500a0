// A paper as text to filter by. Pure.
import type { Paper } from '#shared/papers.ts';
import { fold } from '../ui/words.ts';
import { fullName } from './authors.ts';

const folded = new WeakMap<Paper, string>();

/** Both titles, people, year, place, identifiers. */
export const paperText = (paper: Paper): string =>
  [
    paper.title,
    paper.titleSecondary,
    ...paper.authors.map(fullName),
    paper.year ?? '',
    paper.container,
    paper.citekey,
    paper.doi ?? '',
    paper.arxivId ?? '',
  ].join(' ');

/** The same folded, worked out once for each answer of the core. */
export function foldedPaperText(paper: Paper): string {
  const known = folded.get(paper);
  if (known !== undefined) return known;
  const text = fold(paperText(paper));
  folded.set(paper, text);
  return text;
}
