// Takes a survey in: its text and bytes as they are, and what the text says as papers, findings and passages, each
// bound to its stretch. One transaction; a preview makes the same report and writes nothing.
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { PaperFields } from '#shared/papers.ts';
import type { SurveyBlock, SurveyImport } from '#shared/surveys.ts';
import { createFinding } from '../findings/index.ts';
import type { Services, Tx } from '../kinds.ts';
import { addPassage } from '../notes/index.ts';
import { createPaper, fillPaper, listPapers, papersByIdentifier } from '../papers/index.ts';
import { parseSurvey } from './parse/survey.ts';
import type { Warning } from './parse/types.ts';
import { readSurveyFile, type SurveyFile } from './read.ts';
import { paperFinder, report, reportStored, type Ids, type PaperOf, type Plan } from './report.ts';
import { findingsByText, passagesByText, surveyOfBytes, textKey } from './sql.ts';
import { worksOf, type Work } from './works.ts';

function planOf(core: Pick<Services, 'db' | 'library'>, file: SurveyFile): Plan {
  const survey = parseSurvey(file.text, core.library);
  const { works, warnings } = worksOf(survey, listPapers(core.db));
  const all = [...file.warnings, ...survey.warnings, ...warnings].toSorted((a, b) => a.line - b.line);
  const title = survey.title ?? file.fileName.replace(/\.(?:md|markdown|mdown|txt)$/i, '');
  return { file, title, survey, works, warnings: all };
}

/** What an import of this file would give; nothing is written and the ids are provisional. */
export function previewSurvey(core: Services, source: string): SurveyImport {
  const file = readSurveyFile(core, source);
  const known = surveyOfBytes(core.db, file.sha256);
  if (known) return reportStored(core, known.id);
  const plan = planOf(core, file);
  const ids: Ids = {
    survey: newId(),
    works: plan.works.map((work) => work.existing?.id ?? newId()),
    findings: plan.survey.findings.map(() => newId()),
    passages: plan.survey.passages.map(() => newId()),
  };
  return report(plan, ids);
}

/** Takes the file in. The very same bytes again give the survey that is there, out of the trash where it was. */
export function importSurvey(tx: Tx, source: string): SurveyImport {
  const file = readSurveyFile(tx, source);
  const known = surveyOfBytes(tx.db, file.sha256);
  if (known) {
    if (known.trashed) {
      tx.step('survey.restore', { subject: file.fileName, place: { surveyId: known.id } });
      tx.patch('survey', known.id, { deleted_at: null });
    }
    tx.sources.release(source);
    return reportStored(tx, known.id);
  }
  const plan = planOf(tx, file);
  const id = tx.newId();
  tx.step('survey.import', { subject: plan.title, place: { surveyId: id } });
  tx.outside.run('INSERT OR IGNORE INTO survey_source (sha256, bytes) VALUES (?, ?)', file.sha256, file.bytes);
  tx.put('survey', id, {
    title: plan.title,
    file_name: file.fileName,
    encoding: file.encoding,
    text: file.text,
    sections: JSON.stringify(plan.survey.sections.map(({ title, depth, line }) => ({ title, depth, line }))),
    source_sha256: file.sha256,
    created_at: tx.now,
    updated_at: tx.now,
    deleted_at: null,
  });
  const works = plan.works.map((work) => writeWork(tx, work, plan.warnings));
  const paperOf = paperFinder(plan, works);
  const ids: Ids = {
    survey: id,
    works,
    findings: writeFindings(tx, plan, id, paperOf),
    passages: writePassages(tx, plan, id, paperOf),
  };
  for (const block of blocksFor(plan, ids)) {
    const { kind, entityId, start, end, line } = block;
    tx.put('survey_block', tx.newId(), {
      survey_id: id,
      kind,
      entity_id: entityId,
      start_at: start,
      end_at: end,
      line,
    });
  }
  tx.sources.release(source);
  return report(plan, ids);
}

/** Makes the work's paper, or fills what the library's has not. An identifier that is another paper's is left out. */
function writeWork(tx: Tx, work: Work, warnings: Warning[]): string {
  const fields: Partial<PaperFields> & { title: string } = { ...work.fields };
  for (const [scheme, field] of [
    ['doi', 'doi'],
    ['arxiv', 'arxivId'],
  ] as const) {
    const value = fields[field];
    const other = value ? papersByIdentifier(tx.db, scheme, value).find((id) => id !== work.existing?.id) : undefined;
    if (other === undefined) continue;
    fields[field] = null;
    const message = `${value ?? ''} belongs to another paper of the library; it was not given to “${fields.title}”.`;
    warnings.push({ line: work.mentions[0]?.line ?? 1, message });
  }
  if (work.existing === null) return createPaper(tx, fields);
  fillPaper(tx, work.existing.id, fields);
  return work.existing.id;
}

/** Makes the findings, but for those the paper already has word for word (an earlier revision of the same post). */
function writeFindings(tx: Tx, { survey }: Plan, surveyId: string, paperOf: PaperOf): string[] {
  const known = new Map<string, Map<string, string>>();
  return survey.findings.map((finding, i) => {
    const paperId = paperOf('paper', finding.paper);
    if (paperId !== null && !known.has(paperId)) known.set(paperId, findingsByText(tx.db, paperId));
    const there = paperId === null ? undefined : known.get(paperId)?.get(textKey(finding.primary, finding.secondary));
    if (there !== undefined) return there;
    const { primary, secondary, context } = finding;
    const id = createFinding(tx, { paperId, surveyId, primary, secondary, context });
    // Document order over all papers, where a list of the survey's findings needs it.
    tx.patch('finding', id, { position: i + 1 });
    return id;
  });
}

/** Makes the passages, but for those the paper's note already has word for word. */
function writePassages(tx: Tx, { survey }: Plan, surveyId: string, paperOf: PaperOf): string[] {
  const known = new Map<string, Map<string, string>>();
  return survey.passages.map(({ paper, primary, secondary, line }) => {
    const paperId = paperOf('paper', paper);
    if (paperId === null) throw new AppError('internal', `The passage of line ${line} has no paper.`);
    if (!known.has(paperId)) known.set(paperId, passagesByText(tx.db, paperId));
    const there = known.get(paperId)?.get(textKey(primary, secondary));
    return there ?? addPassage(tx, { paperId, surveyId, primary, secondary });
  });
}

type NewBlock = Omit<SurveyBlock, 'id'>;

/** Every bound stretch of the text. What stands in two languages has a block for each of its parts. */
function blocksFor(plan: Plan, ids: Ids): NewBlock[] {
  const { papers, references, findings, passages } = plan.survey;
  const paperOf = paperFinder(plan, ids.works);
  return [
    ...papers.map(({ start, end, line }, i): NewBlock => ({
      kind: 'paper',
      entityId: paperOf('paper', i),
      start,
      end,
      line,
    })),
    ...references.map(({ start, end, line }, i): NewBlock => ({
      kind: 'reference',
      entityId: paperOf('reference', i),
      start,
      end,
      line,
    })),
    ...findings.flatMap(({ parts }, i) =>
      parts.map(({ start, end, line }): NewBlock => ({
        kind: 'finding',
        entityId: ids.findings[i] ?? null,
        start,
        end,
        line,
      })),
    ),
    ...passages.flatMap(({ parts }, i) =>
      parts.map(({ start, end, line }): NewBlock => ({
        kind: 'passage',
        entityId: ids.passages[i] ?? null,
        start,
        end,
        line,
      })),
    ),
  ].toSorted((a, b) => a.start - b.start);
}
