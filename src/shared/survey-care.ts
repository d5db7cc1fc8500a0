// What a survey still lacks, and its file on disk beside it.
import { z } from 'zod';
import { Id } from './values.ts';

const Line = z.int().min(1);

/** The rules of the coverage. The window has words for each in both languages. */
export const LintRule = z.enum([
  'paper-without-pdf',
  'paper-unread',
  'cited-not-discussed',
  'discussed-not-cited',
  'finding-without-evidence',
  'evidence-quote-changed',
  'evidence-file-missing',
  'side-missing',
  'side-stale',
  'reference-dead',
  'reference-duplicate',
  'number-without-reference',
  'reference-never-numbered',
  'finding-not-in-text',
]);
export type LintRule = z.infer<typeof LintRule>;

/** One gap: where it shows in the text (1-based), and what it is about. `message` is English, `params` its figures. */
export const LintLine = z.object({
  rule: LintRule,
  line: Line,
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  blockId: Id.optional(),
  paperId: Id.optional(),
  findingId: Id.optional(),
  passageId: Id.optional(),
  annotationId: Id.optional(),
});
export type LintLine = z.infer<typeof LintLine>;

/** A stretch of three texts set side by side, as whole lines. `mine` is the library's, `theirs` the file's. */
export const MergeChunk = z.object({
  /** `same`: all three; `mine`, `theirs`: only that one changed; `both`: both, alike; `conflict`: both, differently. */
  kind: z.enum(['same', 'mine', 'theirs', 'both', 'conflict']),
  base: z.string(),
  mine: z.string(),
  theirs: z.string(),
});
export type MergeChunk = z.infer<typeof MergeChunk>;

/** A survey's file on disk. */
export const SurveyFile = z.object({
  path: z.string(),
  /**
   * `same`: the file says what the survey says. `here`: only the survey changed since the two last met; `there`: only
   * the file; `both`: both. `gone`: there is no readable file at the path.
   */
  state: z.enum(['same', 'here', 'there', 'both', 'gone']),
  /** Hash of the file's bytes as seen now; empty when it is gone. */
  seen: z.string(),
  /** The three-way difference; empty when nothing differs. */
  chunks: z.array(MergeChunk),
});
export type SurveyFile = z.infer<typeof SurveyFile>;
