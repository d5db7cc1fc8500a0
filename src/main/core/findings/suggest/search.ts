// Looks for a finding in one document: quotes first, then the sentences that say most of it. Pure but for the document.
import type { Suggestion } from '#shared/findings.ts';
import type { PageRange } from '#shared/text/pages.ts';
import type { Side } from '#shared/values.ts';
import { rangesOf, type Doc } from './document.ts';
import { core, findQuoted } from './quoted.ts';
import { rank } from './rank.ts';
import type { Statement } from './statement.ts';

/** A passage found, before it is dressed for show. */
export type Found = {
  sha256: string;
  ranges: PageRange[];
  kind: Suggestion['kind'];
  score: number;
  side: Side;
  via: string[];
};

/** Sentences looked at more closely for a quote. */
const LOOKED_AT = 40;
/** A quote shares most of its words with the sentence it stands in. */
const QUOTE_SHARE = 0.3;
/** Passages that say less than this of a finding are not offered. */
const LEAST_SCORE = 0.16;
/** `near` begins here, `ranked` ends below it. */
const NEAR_SCORE = 0.8;

/** What a document has for a finding, best first, no two over the same words. */
export function searchDoc(doc: Doc, statements: readonly Statement[], limit: number): Found[] {
  const found: Found[] = [];
  for (const statement of statements) {
    // A quote may stand in what claims nothing by itself: a heading, a list.
    const ranked = rank(doc, statement, Math.max(LOOKED_AT, limit * 2), true);
    for (const { sentence, score, via } of ranked) {
      const known = doc.sentences[sentence];
      const run = known && doc.runs[known.run];
      if (!known || !run) continue;
      const { side } = statement;
      const quoted = score >= QUOTE_SHARE ? quotedAt(run.text, known, statement.text) : null;
      if (quoted) {
        const ranges = rangesOf(run, quoted.start, quoted.end);
        const likeness = quoted.kind === 'exact' ? 1 : NEAR_SCORE + (quoted.likeness - NEAR_SCORE) * 0.95;
        found.push({ sha256: doc.sha256, ranges, kind: quoted.kind, score: likeness, side, via: [] });
      } else if (!known.isBare && score >= LEAST_SCORE) {
        const ranges = rangesOf(run, known.start, known.end);
        found.push({ sha256: doc.sha256, ranges, kind: 'ranked', score: score * (NEAR_SCORE - 0.01), side, via });
      }
    }
  }
  return distinct(found).slice(0, limit);
}

/** The quote of a statement at or around a sentence, in offsets of the run. */
function quotedAt(text: string, { start, end }: { start: number; end: number }, statement: string) {
  const reach = Math.ceil(core(statement).length * 1.3) + 16;
  const from = Math.max(0, start - reach);
  const quoted = findQuoted(text.slice(from, end + reach), statement);
  return quoted && { ...quoted, start: quoted.start + from, end: quoted.end + from };
}

/** Best first, each place once. */
export function distinct(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => b.score - a.score)) {
    if (
      one.ranges.length > 0 &&
      !kept.some((other) => other.sha256 === one.sha256 && overlaps(other.ranges, one.ranges))
    ) {
      kept.push(one);
    }
  }
  return kept;
}

/** True where the two share more than half of the shorter one's units. */
export function overlaps(a: readonly PageRange[], b: readonly PageRange[]): boolean {
  let shared = 0;
  for (const one of a) {
    for (const other of b) {
      if (one.page === other.page)
        shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  const length = (ranges: readonly PageRange[]): number => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  return shared * 2 > Math.min(length(a), length(b));
}
