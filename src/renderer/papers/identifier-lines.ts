// Identifiers as a user edits them: one a line, the kind before the value. Pure.
import type { Identifier, IdentifierScheme } from '#shared/papers.ts';

const NAMES: Record<IdentifierScheme, string> = {
  doi: 'DOI',
  arxiv: 'arXiv',
  pmid: 'PMID',
  pmcid: 'PMCID',
  openreview: 'OpenReview',
  acl: 'ACL',
  isbn: 'ISBN',
};

/** What {@link readIdentifiers} reads. */
export const identifierLines = (identifiers: readonly Identifier[]): string =>
  identifiers.map(({ scheme, value }) => `${NAMES[scheme]} ${value}`).join('\n');

/** The identifiers of the lines, or the first line that names no kind. An address or an ISBN tells its kind itself. */
export function readIdentifiers(text: string): { identifiers: Identifier[] } | { wrong: string } {
  const identifiers: Identifier[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const found = /^(doi|arxiv|pmid|pmcid|openreview|acl|isbn)\s*[:：]?\s*(\S.*)$/i.exec(line);
    const scheme = found?.[1]?.toLowerCase() as IdentifierScheme | undefined;
    if (!scheme || !found?.[2]) return { wrong: line };
    identifiers.push({ scheme, value: found[2] });
  }
  return { identifiers };
}
