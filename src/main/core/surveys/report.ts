// What an import understood, in the words of the contract: of a plan, or of a survey that is in the library already.
import { AppError } from '#shared/errors.ts';
import type { SurveyBlock, SurveyImport } from '#shared/surveys.ts';
import type { Services } from '../kinds.ts';
import { listPapers } from '../papers/index.ts';
import { parseSurvey } from './parse/survey.ts';
import type { ParsedSurvey, Warning } from './parse/types.ts';
import type { SurveyFile } from './read.ts';
import { findSurvey } from './sql.ts';
import { worksOf, type Work } from './works.ts';

/** What an import would do to a library as it is now. */
export type Plan = { file: SurveyFile; title: string; survey: ParsedSurvey; works: Work[]; warnings: Warning[] };

/** Ids of what a plan names, in the plan's order; null for references that name no work. */
export type Ids = { survey: string; works: string[]; findings: string[]; passages: string[] };

/** Finds the paper a paper line or a reference names; null where it names no work. */
export function paperFinder(
  { works }: Plan,
  ids: readonly string[],
): (kind: 'paper' | 'reference', index: number) => string | null {
  const papers = new Map(
    works.flatMap((work, i) =>
      work.mentions.map((mention) => [`${mention.kind} ${mention.index}`, ids[i] ?? null] as const),
    ),
  );
  return (kind, index) => papers.get(`${kind} ${index}`) ?? null;
}

/** What {@link paperFinder} gives. */
export type PaperOf = ReturnType<typeof paperFinder>;

/** What was understood, in the words of the contract. */
export function report(plan: Plan, ids: Ids): SurveyImport {
  const { survey, works } = plan;
  const paperOf = paperFinder(plan, ids.works);
  const linesOf = ({ mentions }: Work): number[] => mentions.map(({ line }) => line);
  return {
    surveyId: ids.survey,
    title: plan.title,
    sections: survey.sections.map(({ title, depth, line }) => ({ title, depth, line })),
    papers: works.map((work, i) => ({
      id: ids.works[i] ?? '',
      title: work.existing?.title ?? work.fields.title,
      created: work.existing === null,
      lines: linesOf(work),
    })),
    merged: works.flatMap((work, i) =>
      work.why.length === 0 ? [] : [{ paperId: ids.works[i] ?? '', lines: linesOf(work), why: work.why.join(', ') }],
    ),
    findings: survey.findings.map(({ paper, primary, secondary, line }, i) => ({
      id: ids.findings[i] ?? '',
      paperId: paperOf('paper', paper),
      primary,
      secondary,
      line,
    })),
    passages: survey.passages.map(({ paper, primary, secondary, line }, i) => ({
      id: ids.passages[i] ?? '',
      paperId: paperOf('paper', paper),
      primary,
      secondary,
      line,
    })),
    references: survey.references.map(({ line, raw }, i) => ({ line, raw, paperId: paperOf('reference', i) })),
    warnings: plan.warnings,
  };
}

/** The report of a survey that is in the library: its text read again, bound to what its blocks are bound to. */
export function reportStored(core: Pick<Services, 'db' | 'library'>, id: string): SurveyImport {
  const stored = findSurvey(core.db, id);
  if (!stored) throw new AppError('not_found', 'There is no such survey.');
  const survey = parseSurvey(stored.text, core.library);
  const bound = new Map(stored.blocks.map((block) => [`${block.kind} ${block.start}`, block.entityId]));
  const entity = (kind: SurveyBlock['kind'], start: number): string | null => bound.get(`${kind} ${start}`) ?? null;
  const papers = new Map(listPapers(core.db).map((paper) => [paper.id, paper]));
  const { works, warnings } = worksOf(survey, []);
  const mentionId = (work: Work): string | null =>
    work.mentions
      .map(({ kind, index }) =>
        entity(kind, (kind === 'paper' ? survey.papers : survey.references)[index]?.start ?? -1),
      )
      .find((found) => found !== null) ?? null;
  const named = works.flatMap((work) => {
    const paper = papers.get(mentionId(work) ?? '');
    return paper ? [{ work, paper }] : [];
  });
  return {
    surveyId: id,
    title: stored.title,
    sections: stored.sections,
    papers: named.map(({ work, paper }) => ({
      id: paper.id,
      title: paper.title,
      created: false,
      lines: work.mentions.map(({ line }) => line),
    })),
    merged: named.flatMap(({ work, paper }) =>
      work.why.length === 0
        ? []
        : [{ paperId: paper.id, lines: work.mentions.map(({ line }) => line), why: work.why.join(', ') }],
    ),
    findings: survey.findings.flatMap(({ paper, primary, secondary, line, start }) => {
      const found = entity('finding', start);
      return found === null
        ? []
        : [{ id: found, paperId: entity('paper', survey.papers[paper]?.start ?? -1), primary, secondary, line }];
    }),
    passages: survey.passages.flatMap(({ paper, primary, secondary, line, start }) => {
      const found = entity('passage', start);
      return found === null
        ? []
        : [{ id: found, paperId: entity('paper', survey.papers[paper]?.start ?? -1), primary, secondary, line }];
    }),
    references: survey.references.map(({ line, raw, start }) => ({ line, raw, paperId: entity('reference', start) })),
    warnings: [...survey.warnings, ...warnings].toSorted((a, b) => a.line - b.line),
  };
}
