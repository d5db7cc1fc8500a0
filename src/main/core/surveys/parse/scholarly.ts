// Addresses at which papers are: of publishers, preprint servers, proceedings, and plain PDFs.
import { identifiersOf } from '../../references/index.ts';

/** Hosts whose pages under these paths are papers. */
const PLACES: [host: RegExp, path: RegExp][] = [
  [/(?:^|\.)openreview\.net$/, /^\/(?:forum|pdf|attachment)\b/],
  [/(?:^|\.)(?:openaccess\.)?thecvf\.com$/, /\/(?:content|papers)\w*\/.*\.(?:html|pdf)$/i],
  [/(?:^|\.)cv-foundation\.org$/, /\/openaccess\/.*\.(?:html|pdf)$/i],
  [
    /(?:^|\.)(?:aclanthology\.org|aclweb\.org|aclanthology\.info)$/,
    /\/(?:anthology\/)?(?:papers?\/)?[A-Z]\d{2}|\/\d{4}\.[\w-]+/i,
  ],
  [/(?:^|\.)proceedings\.mlr\.press$/, /^\/v\d+\//],
  [/(?:^|\.)(?:papers|proceedings)\.(?:nips|neurips)\.cc$/, /\/paper/],
  [/(?:^|\.)(?:jmlr\.org)$/, /\/papers\//],
  [/(?:^|\.)nature\.com$/, /^\/(?:articles|full|pdf)\//],
  [/(?:^|\.)(?:journals\.plos\.org|plos\.org)$/, /\/article/],
  [/(?:^|\.)(?:cell|thelancet)\.com$/, /\/(?:fulltext|abstract|pdf|article)/i],
  [/(?:^|\.)pubs\.rsna\.org$/, /^\/doi\//],
  [/(?:^|\.)(?:pubmed\.ncbi\.nlm\.nih\.gov)$/, /^\/\d+/],
  [/(?:^|\.)ncbi\.nlm\.nih\.gov$/, /^\/(?:pubmed|pmc\/articles)\//],
  [/(?:^|\.)europepmc\.org$/, /^\/(?:article|abstract)\//],
  [/(?:^|\.)sciencedirect\.com$/, /\/(?:science\/article|pii)\b/],
  [/(?:^|\.)ieeexplore\.ieee\.org$/, /\/(?:document|stamp|abstract)/],
  [/(?:^|\.)dl\.acm\.org$/, /^\/(?:doi|citation)/],
  [/(?:^|\.)(?:link\.)?springer\.com$/, /^\/(?:article|chapter|content\/pdf|book)\//],
  [/(?:^|\.)semanticscholar\.org$/, /^\/paper\//],
  [
    /(?:^|\.)(?:jamanetwork|bmj|nejm|science|pnas|frontiersin|mdpi)\.(?:com|org)$/,
    /\/(?:journals|content|doi|article|full|\d)/,
  ],
  [/(?:^|\.)aaai\.org$/, /\/(?:paper|article|ocs)/i],
  [/(?:^|\.)(?:bmvc|bmva|isca-speech|usenix)\.\w+$/, /\.pdf$/i],
];

/** Plain PDFs that are no papers. */
const NO_PAPER = /slides?|poster|lecture|presentation|appendix|supp(?:lement(?:ary)?)?[-_.]|manual|readme/i;

/** Whether an address leads to a paper. */
export function isScholarly(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return false;
  const { doi, arxivId } = identifiersOf(address);
  if (doi !== null || arxivId !== null) return true;
  if (PLACES.some(([host, path]) => host.test(url.hostname) && path.test(url.pathname))) return true;
  return /\.pdf$/i.test(url.pathname) && !NO_PAPER.test(url.pathname);
}
