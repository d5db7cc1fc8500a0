// Folding text so that the same words compare equal however they were printed or typed, with a map back to the source.

import { radicalIdeograph } from './radicals.ts';

/** How far to fold beyond compatibility forms, quotes and dashes, which are always folded. */
export type FoldOptions = {
  /** Keep upper and lower case apart. Default false. */
  keepCase?: boolean;
  /** `single`: a run of white space becomes one space (default); `none`: white space is left out. */
  spaces?: 'single' | 'none';
  /** `keep` (default) or `none`: hyphens and dashes are left out. Soft hyphens always are. */
  hyphens?: 'keep' | 'none';
};

/** Folded text and the way back. All offsets are UTF-16 units. */
export type Folded = {
  folded: string;
  /** Source offset where the folded unit at `offset` begins; the source's length for `folded.length`. */
  toSource: (offset: number) => number;
  /** Source range that made the folded range `[start, end)`, whole characters; empty for an empty range. */
  toSourceRange: (start: number, end: number) => { start: number; end: number };
};

/** A character with what combines with it: the smallest piece whose NFKC does not depend on its neighbours. */
const CLUSTER =
  /[\u1100-\u115F\uA960-\uA97F]+[\u1160-\u11FF\uD7B0-\uD7FF]*|[\uAC00-\uD7A3][\u11A7-\u11FF]*|[^][\p{M}\p{Variation_Selector}\u200D]*/gu;
const PLAIN = /^[a-zA-Z0-9.,;:()]$/u;
const IGNORED = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\p{Variation_Selector}]/gu;
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u2035\u02BC\u02B9\u0060\u00B4]/gu;
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033\u2036\u00AB\u00BB\u301D-\u301F]/gu;
const DASHES = /[\u2010-\u2015\u2212\u2043\uFE58]/gu;

/** Folds a text and keeps the map back to it. The folded text never depends on where lines were broken. */
export function foldWithMap(text: string, options: FoldOptions = {}): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const match of text.matchAll(CLUSTER)) {
    const cluster = match[0];
    const end = match.index + cluster.length;
    const piece = foldCluster(cluster, options);
    for (const unit of piece.split('')) {
      if (unit === ' ' && options.spaces !== 'none' && folded.endsWith(' ')) {
        ends[ends.length - 1] = end;
        continue;
      }
      folded += unit;
      starts.push(match.index);
      ends.push(end);
    }
  }
  const toSource = (offset: number): number => starts[Math.max(0, offset)] ?? text.length;
  const toSourceRange = (start: number, end: number): { start: number; end: number } => {
    const from = toSource(start);
    return { start: from, end: end > start ? (ends[Math.min(end, ends.length) - 1] ?? from) : from };
  };
  return { folded, toSource, toSourceRange };
}

/** Folds a text where the way back is not needed. */
export function fold(text: string, options: FoldOptions = {}): string {
  return foldWithMap(text, options).folded;
}

function foldCluster(cluster: string, options: FoldOptions): string {
  if (PLAIN.test(cluster)) return options.keepCase === true ? cluster : cluster.toLowerCase();
  const radical = radicalIdeograph(cluster.codePointAt(0) ?? 0);
  let piece = (radical === undefined ? cluster : radical + cluster.slice(1)).normalize('NFKC');
  piece = piece.replace(IGNORED, '').replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"').replace(DASHES, '-');
  piece = piece.replace(/\s+/gu, options.spaces === 'none' ? '' : ' ');
  if (options.hyphens === 'none') piece = piece.replaceAll('-', '');
  // Lower case may lay marks apart again (Turkish dotted I), so it is composed once more.
  return options.keepCase === true ? piece : piece.toLowerCase().normalize('NFKC');
}

/**
 * The plain form of a printed character for clean text: Latin ligatures, CJK radicals, Han compatibility forms and
 * Arabic and Hebrew presentation forms. What carries a meaning of its own (superscripts, full-width letters) stays.
 */
export function plainForm(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x2e80) return char;
  const radical = radicalIdeograph(code);
  if (radical !== undefined) return radical;
  const isForm =
    code <= 0x2fd5 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfb00 && code <= 0xfb4f) ||
    (code >= 0xfb50 && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc) ||
    (code >= 0x2f800 && code <= 0x2fa1d);
  return isForm ? char.normalize('NFKC') : char;
}
