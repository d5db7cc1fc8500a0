// What an import of a survey understood, point by point, and how each point can be corrected before anything is written.
import { z } from 'zod';
import { Id } from './values.ts';

const Line = z.int().min(1);

export const Section = z.object({ title: z.string(), depth: z.int().min(1).max(6), line: Line });
export type Section = z.infer<typeof Section>;

/** What can be odd about a survey. The window has words for each in both languages; `message` is the English. */
export const SurveyWarningCode = z.enum([
  'bad-bytes',
  'no-byte-order-mark',
  'front-matter-unread',
  'front-matter-too-long',
  'front-matter-format',
  'not-read',
  'open-fence',
  'paper-without-link',
  'paper-without-title',
  'papers-together',
  'reference-without-title',
  'looks-like',
  'identifier-taken',
  'revision-conflict',
  'older-revision',
]);
export type SurveyWarningCode = z.infer<typeof SurveyWarningCode>;

/** `params` are what the words of `code` speak of. */
export const SurveyWarning = z.object({
  line: Line,
  code: SurveyWarningCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});
export type SurveyWarning = z.infer<typeof SurveyWarning>;

/** What a stretch of text was taken for. */
export const LineKind = z.enum(['heading', 'paper', 'finding', 'passage', 'reference', 'mention', 'none']);
export type LineKind = z.infer<typeof LineKind>;

/** By what two descriptions are one work. */
export const MergedBy = z.enum(['doi', 'arxiv', 'title', 'url', 'place', 'user']);
export type MergedBy = z.infer<typeof MergedBy>;

/** Two works that look alike and were kept apart. `paperId` where the second is a paper of the library. */
export const Proposal = z.object({
  line: Line,
  title: z.string(),
  withLine: Line.nullable(),
  withTitle: z.string(),
  paperId: Id.nullable(),
  why: z.enum(['near-title', 'doi-differs', 'arxiv-differs', 'authors-differ', 'year-differs']),
});
export type Proposal = z.infer<typeof Proposal>;

/** What changes in the survey that is there, when the file is a later revision of it. */
export const RevisionOf = z.object({
  surveyId: Id,
  title: z.string(),
  /** What gave it away. */
  by: z.enum(['file', 'title', 'permalink', 'name', 'text']),
  /** Findings and passages together. */
  added: z.int(),
  changed: z.int(),
  /** To the trash. */
  removed: z.int(),
  /** Places changed both here and in the file; what stands here stays. */
  conflicts: z.int(),
});
export type RevisionOf = z.infer<typeof RevisionOf>;

const Claim = z.object({ id: Id, paperId: Id.nullable(), primary: z.string(), secondary: z.string(), line: Line });

/** What an import understood; ids are those of the library (a preview's are provisional). Lines are 1-based. */
export const SurveyImport = z.object({
  surveyId: Id,
  title: z.string(),
  sections: z.array(Section),
  papers: z.array(z.object({ id: Id, title: z.string(), created: z.boolean(), lines: z.array(Line) })),
  /** Mentions that turned out to be one work, and by what; `inLibrary` when the library's paper is among them. */
  merged: z.array(
    z.object({
      paperId: Id,
      lines: z.array(Line),
      why: z.string(),
      by: z.array(MergedBy),
      inLibrary: MergedBy.nullable(),
    }),
  ),
  proposals: z.array(Proposal),
  findings: z.array(Claim),
  passages: z.array(Claim),
  references: z.array(z.object({ line: Line, raw: z.string(), paperId: Id.nullable() })),
  /** Links inside prose to papers; without a paper where the survey's own list does not have the work. */
  mentions: z.array(z.object({ line: Line, title: z.string(), url: z.string(), paperId: Id.nullable() })),
  /** Every block of text, and what it was taken for. */
  blocks: z.array(z.object({ line: Line, as: LineKind, text: z.string() })),
  revisionOf: RevisionOf.nullable(),
  warnings: z.array(SurveyWarning),
});
export type SurveyImport = z.infer<typeof SurveyImport>;

/**
 * What the user sets right. `split`: the work named on this line is one of its own, whatever it looks like. `join`: it
 * is the work of another line, or this paper of the library. `as`: the block that begins on this line is something else.
 */
export const Correction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('split'), line: Line }),
  z.object({ do: z.literal('join'), line: Line, withLine: Line.optional(), paperId: Id.optional() }),
  z.object({ do: z.literal('as'), line: Line, kind: z.enum(['paper', 'finding', 'passage', 'none']) }),
]);
export type Correction = z.infer<typeof Correction>;
