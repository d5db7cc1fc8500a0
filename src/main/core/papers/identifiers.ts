// Identifiers beside DOI and arXiv id, in canonical form: PMID, PMCID, OpenReview, ACL Anthology, ISBN.
import type { Identifier, IdentifierScheme } from '#shared/papers.ts';
import { cleanArxiv, cleanDoi } from '../references/index.ts';

/** ISBN-13 of a valid ISBN in either length, hyphens or not; null for what is none. */
export function cleanIsbn(text: string): string | null {
  const digits = text
    .replace(/^\s*(?:urn:)?isbn(?:-1[03])?:?/i, '')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) {
    const sum = digits
      .split('')
      .reduce((total, digit, at) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - at), 0);
    return sum % 11 === 0 ? withCheck(`978${digits.slice(0, 9)}`) : null;
  }
  return /^97[89]\d{10}$/.test(digits) && withCheck(digits.slice(0, 12)) === digits ? digits : null;
}

/** Twelve digits and their check digit (ISO 2108). */
function withCheck(twelve: string): string {
  const sum = twelve.split('').reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return twelve + String((10 - (sum % 10)) % 10);
}

const SHAPES: Record<Exclude<IdentifierScheme, 'doi' | 'arxiv' | 'isbn'>, (text: string) => string | undefined> = {
  pmid: (text) =>
    /^(?:pmid:?\s*)?(\d{1,9})$/i.exec(text)?.[1] ??
    /^https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,9})(?:[/?#]|$)/i.exec(
      text,
    )?.[1],
  pmcid: (text) => {
    const found =
      /^(?:pmcid:?\s*)?pmc\s?(\d{3,9})(?:\.\d+)?$/i.exec(text)?.[1] ??
      /^https?:\/\/(?:[\w-]+\.)*(?:ncbi\.nlm\.nih\.gov|europepmc\.org)\/.*?\bpmc(\d{3,9})/i.exec(text)?.[1];
    return found && `PMC${found}`;
  },
  openreview: (text) =>
    /^https?:\/\/(?:www\.)?openreview\.net\/(?:forum|pdf|attachment)\?(?:.*&)?id=([\w-]{6,20})/i.exec(text)?.[1] ??
    /^(?:openreview:)?([\w-]{8,14})$/i.exec(text)?.[1],
  acl: (text) => {
    const found =
      /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology|aclanthology\.info\/papers)\/(?:papers\/)?([\w.-]+?)(?:v\d)?(?:\.pdf|\.bib)?\/?(?:[?#]|$)/i.exec(
        text,
      )?.[1] ?? /^(?:acl:)?(\d{4}\.[\w-]+\.\d+|[A-Z]\d{2}-\d{4})$/i.exec(text)?.[1];
    return found && /^(?:\d{4}\.[\w-]+\.\d+|[A-Z]\d{2}-\d{4})$/i.test(found)
      ? /^\d/.test(found)
        ? found.toLowerCase()
        : found.toUpperCase()
      : undefined;
  },
};

/** The canonical form of an identifier however it was pasted, or null when it is none of its kind. */
export function cleanIdentifier(scheme: IdentifierScheme, value: string): string | null {
  const text = value.trim();
  if (scheme === 'doi') return cleanDoi(text);
  if (scheme === 'arxiv') return cleanArxiv(text);
  return scheme === 'isbn' ? cleanIsbn(text) : (SHAPES[scheme](text) ?? null);
}

/** The identifiers, beside DOI and arXiv id, that an address is of. */
export function identifiersOfUrl(url: string): Identifier[] {
  if (!/^https?:/i.test(url)) return [];
  return (['pmid', 'pmcid', 'openreview', 'acl'] as const).flatMap((scheme) => {
    const value = SHAPES[scheme](url.trim());
    return value ? [{ scheme, value }] : [];
  });
}

/** How an identifier is named in a sentence. */
export const SCHEME_NAMES: Record<IdentifierScheme, string> = {
  doi: 'DOI',
  arxiv: 'arXiv id',
  pmid: 'PMID',
  pmcid: 'PMCID',
  openreview: 'OpenReview id',
  acl: 'ACL id',
  isbn: 'ISBN',
};
