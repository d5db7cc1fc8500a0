// Findings: claims in two languages, and the annotations that are evidence for or against them.
import { z } from 'zod';
import { AnnotationColor, AnnotationKind, PageRange, Stance } from './annotations.ts';
import { command, job, query } from './calls.ts';
import { Bilingual, Id, Nothing, RectSchema, Sha256, Side, Time } from './values.ts';

/** How sure its writer is of a finding. */
export const Confidence = z.enum(['low', 'medium', 'high']);
export type Confidence = z.infer<typeof Confidence>;

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

/** Where a survey states a finding: its line, 1-based, and the heading above it ('' before the first). */
export const FindingPlace = z.object({ surveyId: Id, line: z.int(), section: z.string() });
export type FindingPlace = z.infer<typeof FindingPlace>;

export const Finding = Bilingual.extend({
  id: Id,
  paperId: Id.nullable(),
  surveyId: Id.nullable(),
  /** The words that led in to it in the survey ("Our experiments show that"). */
  context: z.string(),
  position: z.number(),
  /** Null: not said. */
  confidence: Confidence.nullable(),
  /** Its places in live surveys. */
  places: z.array(FindingPlace),
  evidence: z.array(Evidence),
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type Finding = z.infer<typeof Finding>;

/**
 * How a passage was found: `exact` the finding's own words (case, line ends, hyphens, ligatures aside), `near` the same
 * words with small edits, `ranked` a passage that says much the same.
 */
export const SuggestionKind = z.enum(['exact', 'near', 'ranked']);
export type SuggestionKind = z.infer<typeof SuggestionKind>;

/** A passage that may be evidence for a finding. */
export const Suggestion = z.object({
  sha256: Sha256,
  paperId: Id.nullable(),
  /** The first page, 1-based, its printed label, and the rectangles on it. */
  page: z.int(),
  pageLabel: z.string(),
  rects: z.array(RectSchema),
  /** Every page it stands on, for marking. */
  ranges: z.array(PageRange.extend({ rects: z.array(RectSchema) })).min(1),
  quote: z.string(),
  /** The words around it, for reading. */
  prefix: z.string(),
  suffix: z.string(),
  /** 0 to 1; `exact` is 1, `near` above 0.8, `ranked` below that. */
  score: z.number(),
  kind: SuggestionKind,
  /** The side of the finding that found it. */
  side: Side,
  /** Forms of the term base by which it was found, where the finding itself has other words. */
  via: z.array(z.string()),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** What was found for a finding when a PDF arrived, and is neither taken nor turned down. */
export const Offer = z.object({ findingId: Id, paperId: Id, suggestions: z.array(Suggestion).min(1) });
export type Offer = z.infer<typeof Offer>;

const Limit = z.int().min(1).max(50).default(8);
const Passage = { findingId: Id, sha256: Sha256, ranges: z.array(PageRange).min(1).max(200) };
const Look = { kind: AnnotationKind.default('highlight'), color: AnnotationColor.default('yellow') };

export const findings = {
  /** Of a paper, a survey, or the library, in order. */
  list: query(
    z.object({ paperId: Id.optional(), surveyId: Id.optional(), trashed: z.boolean().optional() }),
    z.array(Finding),
  ),
  get: query(z.object({ id: Id }), Finding),
  /**
   * Makes a finding; with `annotationId` that highlight is its first evidence, with `mark` these words are marked and
   * are it, in the same step.
   */
  create: command(
    z.object({
      paperId: Id.nullable().default(null),
      surveyId: Id.nullable().default(null),
      primary: z.string().default(''),
      secondary: z.string().default(''),
      confidence: Confidence.nullable().default(null),
      annotationId: Id.optional(),
      mark: z.object({ sha256: Sha256, ranges: z.array(PageRange).min(1).max(200), ...Look }).optional(),
      stance: Stance.default('supports'),
    }),
    Finding,
  ),
  /**
   * Sets one side. `base` is the text the writer began from: `conflict` (with `current`) where the side says something
   * else by now, so that of two windows neither loses what it wrote.
   */
  edit: command(
    z.object({ id: Id, side: Side, text: z.string().max(20_000), base: z.string().max(20_000).optional() }),
    Finding,
  ),
  setConfidence: command(z.object({ id: Id, confidence: Confidence.nullable() }), Finding),
  /** Says that the side marked stale is still right. */
  confirm: command(z.object({ id: Id }), Finding),
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), Finding),
  /** Links a highlight as evidence; linking again only changes the stance. */
  link: command(z.object({ findingId: Id, annotationId: Id, stance: Stance.default('supports') }), Finding),
  setStance: command(z.object({ evidenceId: Id, stance: Stance }), Finding),
  comment: command(z.object({ evidenceId: Id, comment: z.string().max(20_000) }), Finding),
  unlink: command(z.object({ evidenceId: Id }), Finding),
  /**
   * The passages of the finding's paper that quote or paraphrase it, best first; of its survey's papers where it has
   * none. What is its evidence already or was turned down is left out.
   */
  suggest: query(z.object({ findingId: Id, limit: Limit }), z.array(Suggestion)),
  /** The same over every paper of the library. */
  suggestInLibrary: job(z.object({ findingId: Id, limit: Limit }), z.array(Suggestion)),
  /** Marks a suggested passage and links it, in one step; a mark that is there already is linked as it is. */
  accept: command(z.object({ ...Passage, ...Look, stance: Stance.default('supports') }), Finding),
  /** Turns a suggested passage down: it is not offered for this finding again. `isBack` takes that back. */
  dismiss: command(z.object({ ...Passage, isBack: z.boolean().default(false) }), Nothing),
  /** What waits to be taken or turned down, of a paper or the library. */
  offers: query(z.object({ paperId: Id.optional() }), z.array(Offer)),
  /** Looks for the findings of surveys in PDFs they were not looked for in yet. Runs by itself when either arrives. */
  look: job(z.object({}), z.object({ findings: z.int(), offers: z.int() })),
  /** What stands on weak feet, in a survey or the library. */
  gaps: query(
    z.object({ surveyId: Id.optional() }),
    z.object({
      /** Findings with evidence for and against. */
      contradicted: z.array(Id),
      /** Findings whose evidence all comes from one paper. */
      onePaper: z.array(Id),
      withoutEvidence: z.array(Id),
      /** Highlights marked as a result that are evidence for nothing. */
      loose: z.array(Id),
    }),
  ),
};
