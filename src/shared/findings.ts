// Findings: claims in two languages, and the annotations that are evidence for or against them.
import { z } from 'zod';
import { Stance } from './annotations.ts';
import { command, query } from './calls.ts';
import { Bilingual, Id, Nothing, Sha256, Side, Time } from './values.ts';

/** One piece of evidence, with enough of its annotation to show it. */
export const Evidence = z.object({
  id: Id,
  findingId: Id,
  annotationId: Id,
  stance: Stance,
  comment: z.string(),
  quote: z.string(),
  color: z.string(),
  paperId: Id.nullable(),
  sha256: Sha256,
  page: z.int(),
  pageLabel: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Finding = Bilingual.extend({
  id: Id,
  paperId: Id.nullable(),
  surveyId: Id.nullable(),
  /** The words that led in to it in the survey ("Our experiments show that"). */
  context: z.string(),
  position: z.number(),
  evidence: z.array(Evidence),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const findings = {
  /** Of a paper, a survey, or the library, in order. */
  list: query(
    z.object({ paperId: Id.optional(), surveyId: Id.optional(), trashed: z.boolean().optional() }),
    z.array(Finding),
  ),
  get: query(z.object({ id: Id }), Finding),
  /** Makes a finding; with `annotationId` that highlight is its first evidence, in the same step. */
  create: command(
    z.object({
      paperId: Id.nullable().default(null),
      surveyId: Id.nullable().default(null),
      primary: z.string().default(''),
      secondary: z.string().default(''),
      annotationId: Id.optional(),
      stance: Stance.default('supports'),
    }),
    Finding,
  ),
  edit: command(z.object({ id: Id, side: Side, text: z.string().max(20_000) }), Finding),
  /** Says that the side marked stale is still right. */
  confirm: command(z.object({ id: Id }), Finding),
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), Finding),
  /** Links a highlight as evidence; linking again only changes the stance. */
  link: command(z.object({ findingId: Id, annotationId: Id, stance: Stance.default('supports') }), Finding),
  setStance: command(z.object({ evidenceId: Id, stance: Stance }), Finding),
  comment: command(z.object({ evidenceId: Id, comment: z.string().max(20_000) }), Finding),
  unlink: command(z.object({ evidenceId: Id }), Finding),
};
