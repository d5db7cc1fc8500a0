// The address a paper's PDF can be had from, as far as its identifiers or its link tell. Pure.
import type { Identifier } from '#shared/papers.ts';

type Linked = { arxivId: string | null; url: string | null; identifiers?: readonly Identifier[] };

/** An https address that gives a PDF itself; null where none is known. A page about the paper is no such address. */
export function pdfAddress({ arxivId, url, identifiers = [] }: Linked): string | null {
  if (arxivId) return `https://arxiv.org/pdf/${arxivId}`;
  for (const { scheme, value } of identifiers) {
    if (scheme === 'acl') return `https://aclanthology.org/${value}.pdf`;
    if (scheme === 'openreview') return `https://openreview.net/pdf?id=${encodeURIComponent(value)}`;
  }
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol)) return null;
  parsed.protocol = 'https:';
  if (/(?:^|\.)openreview\.net$/.test(parsed.hostname) && parsed.searchParams.has('id')) {
    return `https://openreview.net/pdf?id=${encodeURIComponent(parsed.searchParams.get('id') ?? '')}`;
  }
  if (/(?:^|\.)aclanthology\.org$/.test(parsed.hostname)) {
    return `https://aclanthology.org/${parsed.pathname.replace(/^\/|\/$|\.pdf$/g, '')}.pdf`;
  }
  return /\.pdf$|\/pdf(?:\/|$)|[?&]type=printable/i.test(parsed.pathname + parsed.search) ? parsed.href : null;
}
