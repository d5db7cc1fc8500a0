// The sample library: the shipped survey and papers, with what sample.json says of them, brought in and written
// through the same calls a user's own actions go through.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotation, AnnotationColor, TextKind, Stance } from '#shared/annotations.ts';
import type { Client } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { ImportedFile } from '#shared/files.ts';
import type { Side } from '#shared/values.ts';
import type { Core } from '../core/core.ts';
import { finishJob, makeClient } from './client.ts';

type Both = { primary: string; secondary: string };

/** sample.json; its fields are explained in resources/README.md. Files are relative to its folder. */
type Sample = {
  survey: string;
  papers: { file: string; titleSecondary: string }[];
  annotations: {
    paper: string;
    page: number;
    quote: string;
    kind: TextKind;
    color: AnnotationColor;
    comment: Both;
    evidence: { finding: string; stance: Stance; comment: string }[];
    newFinding?: Both & { stance: Stance };
  }[];
  notes: { paper: string; passages: (Both & { annotations: number[]; later?: { side: Side; text: string } })[] }[];
};

/** What is known of a paper once it is imported. */
type Known = { paperId: string; sha256: string };

/** A clock that can be behind: what the sample says was written earlier must have been written at another sitting. */
export type SampleClock = { now(): number; catchUp(): void };

/** Runs an hour late until it catches up. */
export function makeSampleClock(clock: () => number = Date.now): SampleClock {
  let behindMs = 60 * 60_000;
  return { now: () => clock() - behindMs, catchUp: () => void (behindMs = 0) };
}

/**
 * Fills a new library from `<resources>/sample`. The core must have been opened with `clock.now`.
 * Throws AppError when something shipped does not fit together.
 */
export async function fillSample(core: Core, resources: string, clock: SampleClock): Promise<void> {
  const folder = join(resources, 'sample');
  const recipe = join(folder, 'sample.json');
  if (!existsSync(recipe)) throw new AppError('not_found', `There is no sample in ${folder}.`);
  const sample = JSON.parse(readFileSync(recipe, 'utf8')) as Sample;
  const client = makeClient((request) => core.handle(request, 'cli'));
  const [source = ''] = core.admit([join(folder, sample.survey)]);
  const { surveyId } = await client.surveys.import({ source });
  const papers = await importPapers(core, client, folder, sample);
  const annotations = await annotate(client, surveyId, papers, sample);
  const later = await writeNotes(client, papers, annotations, sample);
  clock.catchUp();
  // The other side is older now, and shows as out of date.
  for (const edit of later) await client.notes.editPassage(edit);
  core.seal();
}

async function importPapers(core: Core, client: Client, folder: string, sample: Sample): Promise<Map<string, Known>> {
  const sources = core.admit(sample.papers.map(({ file }) => join(folder, file)));
  const imported = await finishJob<ImportedFile[]>(client, await client.files.import({ sources }));
  const papers = new Map<string, Known>();
  for (const { file, titleSecondary } of sample.papers) {
    const found = imported.find(({ path }) => path === join(folder, file));
    if (!found?.paperId || !found.sha256) throw new AppError('damaged', `${file}: ${found?.message ?? 'not imported'}`);
    papers.set(file, { paperId: found.paperId, sha256: found.sha256 });
    if (titleSecondary) await client.papers.update({ id: found.paperId, fields: { titleSecondary } });
  }
  return papers;
}

async function annotate(
  client: Client,
  surveyId: string,
  papers: Map<string, Known>,
  sample: Sample,
): Promise<Annotation[]> {
  const findings = await client.findings.list({ surveyId });
  const findingId = (text: string): string =>
    must(
      findings.find(({ primary, secondary }) => primary === text || secondary === text),
      text,
    ).id;
  const made: Annotation[] = [];
  for (const { paper, page, quote, kind, color, comment, evidence, newFinding } of sample.annotations) {
    const { sha256, paperId } = must(papers.get(paper), paper);
    const annotation = await client.annotations.createFromQuote({ sha256, page, quote, kind, color });
    made.push(annotation);
    const annotationId = annotation.id;
    if (comment.primary || comment.secondary) {
      await client.annotations.update({
        id: annotationId,
        commentPrimary: comment.primary,
        commentSecondary: comment.secondary,
      });
    }
    for (const { finding, stance, comment: why } of evidence) {
      const linked = await client.findings.link({ findingId: findingId(finding), annotationId, stance });
      const link = must(
        linked.evidence.find((one) => one.annotationId === annotationId),
        finding,
      );
      if (why) await client.findings.comment({ evidenceId: link.id, comment: why });
    }
    if (newFinding) await client.findings.create({ ...newFinding, paperId, annotationId });
  }
  return made;
}

type Edit = { id: string; side: Side; text: string };

/** Writes the notes; gives the edits to be made at a later sitting. */
async function writeNotes(
  client: Client,
  papers: Map<string, Known>,
  annotations: Annotation[],
  { notes }: Sample,
): Promise<Edit[]> {
  const edits: Edit[] = [];
  for (const { paper, passages } of notes) {
    const { paperId } = must(papers.get(paper), paper);
    for (const { primary, secondary, annotations: linked, later } of passages) {
      const annotationIds = linked.map((index) => must(annotations[index], `annotation ${index}`).id);
      const { id } = await client.notes.addPassage({ paperId, primary, secondary, annotationIds });
      if (later) edits.push({ id, ...later });
    }
  }
  return edits;
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new AppError('damaged', `The sample does not fit together: ${what}`);
  return value;
}
