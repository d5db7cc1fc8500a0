// Which paper of the library an entry of a list of references is. Pure.
import type { Reference } from '#shared/text/citations.ts';
import type { Paper } from '#shared/papers.ts';

type Known = Pick<Paper, 'id' | 'title' | 'titleSecondary' | 'doi' | 'arxivId' | 'year'>;

/** Letters and digits alone, so that line ends, hyphens and punctuation do not matter. */
const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Shorter titles stand in too many entries that are something else. */
const isTelling = (key: string): boolean => key.length >= (/\p{Script=Han}/u.test(key) ? 6 : 14);

/** The paper the entry names by DOI, arXiv id, or its title in either language; of several titles the longest. */
export function paperOfReference<P extends Known>({ text }: Pick<Reference, 'text'>, papers: readonly P[]): P | null {
  const plain = text.toLowerCase().replace(/\s+/gu, '');
  const byId = papers.find(
    ({ doi, arxivId }) =>
      (doi !== null && endsThere(plain, doi.toLowerCase())) ||
      (arxivId !== null && plain.includes(arxivId.toLowerCase())),
  );
  if (byId) return byId;
  const key = keyOf(text);
  let best: { paper: P; length: number } | null = null;
  for (const paper of papers) {
    for (const title of [paper.title, paper.titleSecondary]) {
      const titleKey = keyOf(title);
      if (!isTelling(titleKey) || titleKey.length <= (best?.length ?? 0) || !key.includes(titleKey)) continue;
      best = { paper, length: titleKey.length };
    }
  }
  return best?.paper ?? null;
}

/** Is the DOI there, and not just the beginning of another? */
function endsThere(text: string, doi: string): boolean {
  const at = text.indexOf(doi);
  return at >= 0 && !/[\w/]/u.test(text.charAt(at + doi.length));
}
