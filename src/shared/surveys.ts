// Surveys: Markdown posts, kept as they are, with stretches of their text bound to what the library knows.
// The bytes are fetched from `/survey/<id>.md`.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Source } from './files.ts';
import { Id, Nothing, Time } from './values.ts';

const Line = z.int().min(1);

export const Section = z.object({ title: z.string(), depth: z.int().min(1).max(6), line: Line });
export type Section = z.infer<typeof Section>;

/** What an import understood; ids are those of the library (a preview's are provisional). Lines are 1-based. */
export const SurveyImport = z.object({
  surveyId: Id,
  title: z.string(),
  sections: z.array(Section),
  papers: z.array(z.object({ id: Id, title: z.string(), created: z.boolean(), lines: z.array(Line) })),
  /** Mentions that turned out to be one work, and by what. */
  merged: z.array(z.object({ paperId: Id, lines: z.array(Line), why: z.string() })),
  findings: z.array(
    z.object({ id: Id, paperId: Id.nullable(), primary: z.string(), secondary: z.string(), line: Line }),
  ),
  passages: z.array(
    z.object({ id: Id, paperId: Id.nullable(), primary: z.string(), secondary: z.string(), line: Line }),
  ),
  references: z.array(z.object({ line: Line, raw: z.string(), paperId: Id.nullable() })),
  warnings: z.array(z.object({ line: Line, message: z.string() })),
});
export type SurveyImport = z.infer<typeof SurveyImport>;

/** A stretch of the survey's text, and what it is. Offsets are UTF-16, half-open, into `Survey.text`. */
export const SurveyBlock = z.object({
  id: Id,
  kind: z.enum(['paper', 'finding', 'passage', 'reference']),
  /** Id of the paper, finding or passage; for a reference its paper. */
  entityId: Id.nullable(),
  start: z.int(),
  end: z.int(),
  line: Line,
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
  text: z.string(),
  encoding: z.string(),
  sections: z.array(Section),
  blocks: z.array(SurveyBlock),
});
export type Survey = z.infer<typeof Survey>;

export const surveys = {
  list: query(z.object({ trashed: z.boolean().optional() }), z.array(SurveySummary)),
  get: query(z.object({ id: Id }), Survey),
  /** What an import of this file would give; writes nothing and keeps the source usable. */
  preview: query(z.object({ source: Source }), SurveyImport),
  /** Takes the survey in, in one step. The same bytes again give the survey that is already there. */
  import: command(z.object({ source: Source }), SurveyImport),
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), SurveySummary),
};
