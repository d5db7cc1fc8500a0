// What an import understood, in the words of the contract: of a plan, or of a survey that is in the library already.
import { AppError } from '#shared/errors.ts';
import type { LineKind, MergedBy, RevisionOf, SurveyBlock, SurveyImport } from '#shared/surveys.ts';
import type { Services } from '../kinds.ts';
import { listPapers } from '../papers/index.ts';
import { parseSurvey } from './parse/survey.ts';
import type { ParsedSurvey } from './parse/types.ts';
import { warning } from './parse/warnings.ts';
import type { Plan } from './plan.ts';
import { readStored } from './stored.ts';
import { worksOf, type Work } from './works.ts';

/** Ids of what a plan names, in the plan's order; null for references that name no work. */
export type Ids = { survey: string; works: string[]; findings: string[]; passages: string[] };

/** Finds the paper a paper line, a reference or a link names; null where it names no work. */
export function paperFinder(
  { works, linked }: Plan,
  ids: readonly string[],
): (kind: 'paper' | 'reference' | 'mention', index: number) => string | null {
  const papers = new Map<string, string | null>(
    works.flatMap((work, i) =>
      work.mentions.map((mention) => [`${mention.kind} ${mention.index}`, ids[i] ?? null] as const),
    ),
  );
  for (const [index, work] of linked) papers.set(`mention ${index}`, ids[works.indexOf(work)] ?? null);
  return (kind, index) => papers.get(`${kind} ${index}`) ?? null;
}

/** What {@link paperFinder} gives. */
export type PaperOf = ReturnType<typeof paperFinder>;

/** What was understood, in the words of the contract. */
export function report(plan: Plan, ids: Ids): SurveyImport {
  const { survey, works } = plan;
  const paperOf = paperFinder(plan, ids.works);
  const claim = (kind: 'findings' | 'passages') =>
    survey[kind].map(({ paper, primary, secondary, line }, i) => ({
      id: ids[kind][i] ?? '',
      paperId: paperOf('paper', paper),
      primary,
      secondary,
      line,
    }));
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
    merged: works.flatMap((work, i) => mergedOf(work, ids.works[i] ?? '')),
    proposals: plan.proposals,
    findings: claim('findings'),
    passages: claim('passages'),
    references: survey.references.map(({ line, raw }, i) => ({ line, raw, paperId: paperOf('reference', i) })),
    mentions: survey.mentions.map(({ line, title, url }, i) => ({ line, title, url, paperId: paperOf('mention', i) })),
    blocks: blocksOf(plan.taken.text, survey),
    revisionOf: revisionReport(plan),
    warnings: plan.warnings,
  };
}

const linesOf = ({ mentions }: Work): number[] => mentions.map(({ line }) => line);

function mergedOf({ mentions, by, known }: Work, paperId: string): SurveyImport['merged'] {
  const isKnown = known !== null && known !== 'place';
  const shown = by.filter((each) => each !== 'place');
  if ((mentions.length < 2 || shown.length === 0) && !isKnown) return [];
  const why = [...shown, ...(isKnown ? [`already in the library by ${known}`] : [])].join(', ');
  return [{ paperId, lines: mentions.map(({ line }) => line), why, by: shown, inLibrary: isKnown ? known : null }];
}

function revisionReport({ previous, findings, passages, survey }: Plan): RevisionOf | null {
  if (previous === null) return null;
  const { stored, by, conflicts } = previous;
  const all = [
    ...findings.map((old, i) => ({ old, now: survey.findings[i] })),
    ...passages.map((old, i) => ({ old, now: survey.passages[i] })),
  ];
  const kept = all.filter(({ old }) => old !== null);
  return {
    surveyId: stored.id,
    title: stored.title,
    by,
    added: all.length - kept.length,
    changed: kept.filter(({ old, now }) => old?.primary !== now?.primary || old?.secondary !== now?.secondary).length,
    removed: previous.findings.length + previous.passages.length - kept.length,
    conflicts,
  };
}

/** No one looks at more in a preview. */
const MOST_BLOCK_LINES = 20_000;

/** Every block of text that begins on a line of its own, and what it was taken for. */
function blocksOf(text: string, survey: ParsedSurvey): SurveyImport['blocks'] {
  const kinds = new Map<number, LineKind>();
  const mark = (as: LineKind, items: readonly { line: number }[]): void =>
    items.forEach(({ line }) => kinds.get(line) ?? kinds.set(line, as));
  mark('heading', survey.sections);
  mark('paper', survey.papers);
  mark('finding', survey.findings);
  mark('passage', survey.passages);
  mark('reference', survey.references);
  mark('mention', survey.mentions);
  const from = survey.frontMatter === null ? 0 : survey.frontMatter.raw.split(/\r\n|\n|\r/).length;
  const lines = text.split(/\r\n|\n|\r/, MOST_BLOCK_LINES);
  return lines.flatMap((line, i) => {
    const as = kinds.get(i + 1);
    const begins = i >= from && /\p{L}/u.test(line) && !/\S/.test(lines[i - 1] ?? '');
    return as !== undefined || begins ? [{ line: i + 1, as: as ?? 'none', text: line.trim().slice(0, 300) }] : [];
  });
}

/** The report of a survey that is in the library: its text read again, bound to what its blocks are bound to. */
export function reportStored(core: Pick<Services, 'db' | 'library'>, id: string, isLatest: boolean): SurveyImport {
  const stored = readStored(core.db, id);
  if (!stored) throw new AppError('not_found', 'There is no such survey.');
  const { text, blocks } = stored.composed;
  const survey = parseSurvey(text, core.library);
  const bound = new Map(blocks.map((block) => [`${block.kind} ${block.start}`, block.entityId]));
  const entity = (kind: SurveyBlock['kind'], start: number): string | null => bound.get(`${kind} ${start}`) ?? null;
  const papers = new Map(listPapers(core.db).map((paper) => [paper.id, paper]));
  const spanOf = { paper: survey.papers, reference: survey.references, mention: survey.mentions };
  const { works, warnings } = worksOf(survey, {
    library: [...papers.values()],
    bound: ({ kind, index }) => entity(kind, spanOf[kind][index]?.start ?? -1),
  });
  const named = works.flatMap((work) => (work.existing ? [{ work, paper: work.existing }] : []));
  const claims = (kind: 'finding' | 'passage') =>
    (kind === 'finding' ? survey.findings : survey.passages).flatMap(({ paper, primary, secondary, line, start }) => {
      const found = entity(kind, start);
      const paperId = entity('paper', survey.papers[paper]?.start ?? -1);
      return found === null ? [] : [{ id: found, paperId, primary, secondary, line }];
    });
  const once = (by: readonly MergedBy[]): MergedBy[] => by.filter((each) => each !== 'place');
  return {
    surveyId: id,
    title: stored.title,
    sections: stored.sections,
    papers: named.map(({ work, paper }) => ({
      id: paper.id,
      title: paper.title,
      created: false,
      lines: linesOf(work),
    })),
    merged: named.flatMap(({ work, paper }) =>
      work.mentions.length < 2 || once(work.by).length === 0
        ? []
        : mergedOf({ ...work, by: once(work.by), known: null }, paper.id),
    ),
    proposals: [],
    findings: claims('finding'),
    passages: claims('passage'),
    references: survey.references.map(({ line, raw, start }) => ({ line, raw, paperId: entity('reference', start) })),
    mentions: survey.mentions.map(({ line, title, url, start }) => ({
      line,
      title,
      url,
      paperId: entity('mention', start),
    })),
    blocks: blocksOf(text, survey),
    revisionOf: null,
    warnings: [...(isLatest ? [] : [warning(1, 'older-revision')]), ...survey.warnings, ...warnings].toSorted(
      (a, b) => a.line - b.line,
    ),
  };
}
