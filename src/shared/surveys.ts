// Surveys: Markdown posts, kept as they are, with stretches of their text bound to what the library knows.
// The bytes are fetched from `/survey/<id>.md`.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Source } from './files.ts';
import { Id, Nothing, Time } from './values.ts';
import { LintLine, SurveyFile } from './survey-care.ts';
import { Correction, Section, SurveyImport } from './survey-import.ts';

/** A stretch of the survey's text, and what it is. Offsets are UTF-16, half-open, into `Survey.text`. */
export const SurveyBlock = z.object({
  id: Id,
  kind: z.enum(['paper', 'finding', 'passage', 'reference', 'mention']),
  /** Id of the paper, finding or passage; for a reference or a mention its paper. */
  entityId: Id.nullable(),
  start: z.int(),
  end: z.int(),
  line: z.int().min(1),
});
export type SurveyBlock = z.infer<typeof SurveyBlock>;

export const SurveySummary = z.object({
  id: Id,
  title: z.string(),
  fileName: z.string(),
  papers: z.int(),
  findings: z.int(),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type SurveySummary = z.infer<typeof SurveySummary>;

export const Survey = SurveySummary.extend({
  /** As it is now: what was edited in the library stands in it. */
  text: z.string(),
  /** Stands for exactly this text; an edit names the one it began from. */
  revision: z.string(),
  encoding: z.string(),
  sections: z.array(Section),
  blocks: z.array(SurveyBlock),
});
export type Survey = z.infer<typeof Survey>;

/** `auto`: a later revision updates the survey it revises. `new`: a survey of its own, whatever it looks like. */
const ImportAs = z.enum(['auto', 'new']).default('auto');

export const surveys = {
  list: query(z.object({ trashed: z.boolean().optional() }), z.array(SurveySummary)),
  get: query(z.object({ id: Id }), Survey),
  /** What an import of this file would give; writes nothing and keeps the source usable. */
  preview: query(
    z.object({ source: Source, corrections: z.array(Correction).max(5000).default([]), as: ImportAs }),
    SurveyImport,
  ),
  /**
   * Takes the survey in, in one step. The same bytes again give the survey that is already there; a later revision of
   * a post updates its survey, unless it is taken `as` a new one.
   */
  import: command(
    z.object({ source: Source, corrections: z.array(Correction).max(5000).default([]), as: ImportAs }),
    SurveyImport,
  ),
  /**
   * Sets the Markdown. It is read again and bound anew: what is the same stays bound, what is alike is edited, what is
   * gone goes to the trash. `conflict` when the text is no longer that of `revision`.
   */
  edit: command(z.object({ id: Id, revision: z.string(), text: z.string().max(4_000_000) }), Survey),
  /** Adds a paper at the end of the reference list, in the list's own style; the list is made where there is none. */
  addReference: command(z.object({ id: Id, paperId: Id }), Survey),
  /** Puts a finding into the text, behind those of its paper in their list style. `conflict` where the text does not speak of its paper. */
  addFinding: command(z.object({ id: Id, findingId: Id }), Survey),
  /** What the survey still lacks, in the order of its text. */
  lint: query(z.object({ id: Id }), z.array(LintLine)),
  /** The survey's file on disk and how it differs; null while none is linked. */
  file: query(z.object({ id: Id }), SurveyFile.nullable()),
  /** Links a file on disk (a picked path, not an upload: `refused`). Neither side changes. */
  link: command(z.object({ id: Id, source: Source }), Nothing),
  unlink: command(z.object({ id: Id }), Nothing),
  /** Takes the file's changes in: `text` is what the two became together. `conflict` when the file is no longer `seen`. */
  pull: command(z.object({ id: Id, revision: z.string(), seen: z.string(), text: z.string().max(4_000_000) }), Survey),
  /** Writes the survey to its file. `conflict` when the file is no longer `seen`, or holds changes not taken in. */
  push: command(z.object({ id: Id, revision: z.string(), seen: z.string() }), Nothing),
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), SurveySummary),
};

export { LintLine, LintRule, MergeChunk, SurveyFile } from './survey-care.ts';
export {
  Correction,
  LineKind,
  MergedBy,
  Proposal,
  RevisionOf,
  Section,
  SurveyImport,
  SurveyWarning,
  SurveyWarningCode,
} from './survey-import.ts';
