// Identifiers of a work read from an address or from running text: DOI, arXiv id, and the address itself in a
// form that can be compared. Nothing here asks the network.

/** What an address or a text says about which work it is. All in canonical form, null where it says nothing. */
export type Identifiers = {
  /** Lower-case, without resolver, for example `10.1038/nature21056`. */
  doi: string | null;
  /** Without version and subject class, for example `1706.00712` or `hep-th/9901001`. */
  arxivId: string | null;
  /** The first http(s) address as it was written, tokens and all. */
  url: string | null;
};

const URL_IN_TEXT = /https?:\/\/[^\s<>"'“”‘’「」《》，。；、）】]+/iu;
const DOI_IN_TEXT = /(?<![\d.])10\.\d{4,9}\/[^\s<>"“”，。；、（）《》【】|]+/u;
const ARXIV_NEW = /\d{4}\.\d{4,5}/;
const ARXIV_OLD = /[a-z]+(?:-[a-z]+)*(?:\.[a-z]{2})?\/\d{7}/;
const ARXIV_ID = `(${ARXIV_NEW.source}|${ARXIV_OLD.source})`;
const ARXIV_IN_TEXT = new RegExp(`\\barxiv\\s*(?:preprint\\s*)?[:：]?\\s*(?:abs/)?${ARXIV_ID}(?:v\\d+)?(?!\\d)`, 'i');
const ARXIV_DOI = new RegExp(`^10\\.48550/arxiv\\.${ARXIV_ID}(?:v\\d+)?$`, 'i');
const ARXIV_HOST = /(?:^|\.)(?:arxiv\.org|xxx\.lanl\.gov|ar5iv\.org|alphaxiv\.org)$/;
const ARXIV_MIRROR = /^(?:ar5iv\.labs\.arxiv\.org|(?:www\.)?huggingface\.co|(?:www\.)?scirate\.com)$/;

/** Reads the identifiers out of one address, or out of any text that holds addresses, DOIs or arXiv ids. */
export function identifiersOf(text: string): Identifiers {
  const url = urlIn(text);
  const fromUrl = url === null ? null : parseUrl(url);
  let doi = fromUrl === null ? null : doiOfUrl(fromUrl);
  let arxivId = fromUrl === null ? null : arxivOfUrl(fromUrl);
  const rest = url === null ? text : text.split(url).join(' ');
  const restUrl = urlIn(rest);
  if (restUrl !== null && (doi === null || arxivId === null)) {
    const more = identifiersOf(rest);
    doi ??= more.doi;
    arxivId ??= more.arxivId;
  }
  doi ??= cleanDoi(DOI_IN_TEXT.exec(rest)?.[0] ?? null);
  arxivId ??= cleanArxiv(ARXIV_IN_TEXT.exec(rest)?.[1] ?? null);
  const posing = doi === null ? null : ARXIV_DOI.exec(doi);
  if (posing) return { doi: null, arxivId: cleanArxiv(posing[1] ?? null), url };
  return { doi, arxivId, url };
}

/** A DOI in canonical form (lower case, no resolver, no trailing punctuation), or null when it is none. */
export function cleanDoi(doi: string | null): string | null {
  if (doi === null) return null;
  const found = DOI_IN_TEXT.exec(decodeLoosely(doi));
  if (!found) return null;
  const bare = found[0]
    .replace(/[?#].*$/, '')
    .replace(
      /(?:\/(?:full|pdf|epdf|abstract|abs|meta|html|summary|references|fulltext(?:\.html)?)|\.full|\.e?pdf|\.html?)+$/i,
      '',
    );
  const trimmed = trimTail(bare).toLowerCase();
  return /^10\.\d{4,9}\/./.test(trimmed) ? trimmed : null;
}

/** An arXiv id without `arXiv:`, version and subject class, or null when it is none. */
export function cleanArxiv(id: string | null): string | null {
  const found = id === null ? null : new RegExp(ARXIV_ID, 'i').exec(id);
  return found?.[1] === undefined ? null : found[1].toLowerCase().replace(/\.[a-z]{2}\//, '/');
}

/** Query parameters that say who came from where, not which document it is. */
const TRACKING =
  /^(?:utm_\w+|author_access_token|sharing_token|access_token|fbclid|gclid|msclkid|mc_[ce]id|spm|ref|referrer|source|from|code|cmpid|smid|trk|igshid|_ga|needaccess|casa_token)$/i;

/** An address reduced to what tells documents apart: no scheme, `www.`, fragment, tracking or trailing slash. */
export function comparableUrl(url: string): string {
  const parsed = parseUrl(url);
  if (parsed === null) return url.trim();
  const kept = [...parsed.searchParams]
    .filter(([key]) => !TRACKING.test(key))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = kept.map(([key, value]) => `${key}=${value}`).join('&');
  const path = decodeLoosely(parsed.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '');
  return `${parsed.host.replace(/^www\./, '')}${path}${query ? `?${query}` : ''}`;
}

/** The first http(s) address in a text, without the punctuation of the sentence around it. */
function urlIn(text: string): string | null {
  const found = URL_IN_TEXT.exec(text);
  return found ? trimTail(found[0]) : null;
}

/** Cuts sentence punctuation and unopened brackets from the end of an address or DOI. */
function trimTail(text: string): string {
  let end = text.length;
  for (;;) {
    const last = text[end - 1];
    if (last === undefined) return '';
    const open = { ')': '(', ']': '[', '}': '{' }[last];
    const closesNothing = open !== undefined && count(text, last, end) > count(text, open, end);
    if (!closesNothing && !".,;:!?*_'".includes(last)) return text.slice(0, end);
    end -= 1;
  }
}

function count(text: string, char: string, end: number): number {
  let n = 0;
  for (let i = 0; i < end; i += 1) if (text[i] === char) n += 1;
  return n;
}

function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the address is not percent-encoded after all.
    return text;
  }
}

/** Sites whose own article number is the DOI's suffix. */
const IMPLIED: { host: RegExp; path: RegExp; doi: (id: string) => string }[] = [
  {
    host: /(?:^|\.)nature\.com$/,
    path: /\/(?:articles|full|pdf|abs)\/([a-z]+[\w.-]*?\d[\w-]*?)(?:_reference)?(?:\.e?pdf|\.html)?(?:\/|$)/i,
    doi: (id) => `10.1038/${id}`,
  },
  {
    host: /(?:^|\.)elifesciences\.org$/,
    path: /\/(?:articles|content)\/(\d{4,6})/,
    doi: (id) => `10.7554/elife.${id}`,
  },
  { host: /(?:^|\.)zenodo\.org$/, path: /\/records?\/(\d+)/, doi: (id) => `10.5281/zenodo.${id}` },
  { host: /(?:^|\.)peerj\.com$/, path: /\/articles\/(\d+)(?:\/|$)/, doi: (id) => `10.7717/peerj.${id}` },
  { host: /(?:^|\.)peerj\.com$/, path: /\/articles\/(cs-\d+)(?:\/|$)/, doi: (id) => `10.7717/peerj-${id}` },
];

function doiOfUrl(url: URL): string | null {
  for (const key of ['id', 'doi', 'uri']) {
    const doi = cleanDoi(url.searchParams.get(key));
    if (doi !== null) return doi;
  }
  const path = decodeLoosely(url.pathname);
  const inPath = /\/(10\.\d{4,9}\/.+)$/.exec(path);
  if (inPath?.[1] !== undefined) {
    // bioRxiv and medRxiv put version and view behind the DOI.
    const bare = /(?:^|\.)(?:bio|med)rxiv\.org$/.test(url.hostname)
      ? inPath[1].replace(/v\d+(?:\..*|\/.*)?$/, '')
      : inPath[1];
    // Frontiers, PLOS and others add a view as a last step of the path: only the suffix's own slashes stay.
    return cleanDoi(bare.replace(/\/+$/, ''));
  }
  for (const { host, path: shape, doi } of IMPLIED) {
    const id = host.test(url.hostname) ? shape.exec(path)?.[1] : undefined;
    if (id !== undefined) return cleanDoi(doi(id));
  }
  return null;
}

function arxivOfUrl(url: URL): string | null {
  const path = decodeLoosely(url.pathname);
  if (!ARXIV_HOST.test(url.hostname) && !ARXIV_MIRROR.test(url.hostname)) return null;
  const shape = new RegExp(`/${ARXIV_ID}(?:v\\d+)?(?:\\.pdf)?(?:/.*)?$`, 'i');
  return cleanArxiv(shape.exec(path)?.[1] ?? null);
}
