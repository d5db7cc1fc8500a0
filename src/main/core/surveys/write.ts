// Carries a plan out: the survey's text and bytes, its papers, findings and passages, and the blocks that bind them.
// One transaction, whose step the caller names.
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import { editSide, type Sides } from '#shared/bilingual.ts';
import type { PaperFields } from '#shared/papers.ts';
import type { SurveyBlock } from '#shared/surveys.ts';
import type { Side } from '#shared/values.ts';
import { createFinding } from '../findings/index.ts';
import type { Tx } from '../kinds.ts';
import { addPassage, columnsOf, sidesOf } from '../notes/index.ts';
import { createPaper, fillPaper, findPaper, papersByIdentifier, updatePaper } from '../papers/index.ts';
import { paperBase } from './compose-papers.ts';
import type { Plan } from './plan.ts';
import type { Said } from './rebind.ts';
import { paperFinder, type Ids, type PaperOf } from './report.ts';
import { findingsByText, passagesByText, surveysHolding, textKey } from './sql.ts';
import { boundBlocks } from './stored.ts';
import { warning } from './parse/warnings.ts';
import type { Span } from './parse/types.ts';
import type { Work, WorkFields } from './works.ts';

/** Writes what was planned, as the survey of this id; gives the ids of what it became. */
export function writePlan(tx: Tx, plan: Plan, id: string): Ids {
  const { previous, taken, survey } = plan;
  const sha256 = keepBytes(tx, taken.bytes);
  const row = {
    title: plan.title,
    file_name: taken.fileName,
    encoding: taken.encoding,
    text: taken.text,
    sections: JSON.stringify(survey.sections.map(({ title, depth, line }) => ({ title, depth, line }))),
    source_sha256: sha256,
    updated_at: tx.now,
  };
  if (previous) tx.patch('survey', id, row);
  else tx.put('survey', id, { ...row, created_at: tx.now, deleted_at: null });
  const works = plan.works.map((work) => writeWork(tx, work, plan));
  const paperOf = paperFinder(plan, works);
  const ids: Ids = {
    survey: id,
    works,
    findings: writeFindings(tx, plan, id, paperOf),
    passages: writePassages(tx, plan, id, paperOf),
  };
  if (previous) {
    trash(tx, 'finding', id, previous.findings, ids.findings);
    trash(tx, 'passage', id, previous.passages, ids.passages);
  }
  putBlocks(tx, id, blocksFor(tx, plan, ids));
  return ids;
}

/** Keeps bytes under their hash. */
export function keepBytes(tx: Tx, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  tx.outside.run('INSERT OR IGNORE INTO survey_source (sha256, bytes) VALUES (?, ?)', sha256, bytes);
  return sha256;
}

/** Makes the work's paper, or fills what the library's has not. An identifier that is another paper's is left out. */
function writeWork(tx: Tx, work: Work, { warnings, previous }: Plan): string {
  const fields: Partial<PaperFields> & { title: string } = { ...work.fields };
  for (const [scheme, field] of [
    ['doi', 'doi'],
    ['arxiv', 'arxivId'],
  ] as const) {
    const value = fields[field];
    const other = value ? papersByIdentifier(tx.db, scheme, value).find((id) => id !== work.existing?.id) : undefined;
    if (other === undefined) continue;
    fields[field] = null;
    warnings.push(
      warning(work.mentions[0]?.line ?? 1, 'identifier-taken', { value: value ?? '', title: fields.title }),
    );
  }
  if (work.existing === null) return createPaper(tx, fields);
  const { id } = work.existing;
  const stated = previous?.stated.get(id);
  if (stated) updatePaper(tx, id, restated(stated, fields, findPaper(tx.db, id) ?? stated));
  fillPaper(tx, id, fields);
  return id;
}

/** Fields the text now says otherwise, where the paper had them as the text did. */
function restated(before: WorkFields, now: Partial<PaperFields>, paper: WorkFields): Partial<PaperFields> {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const isEmpty = (value: unknown): boolean =>
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    (Object.keys(before) as (keyof WorkFields)[])
      .filter((field) => field !== 'type')
      .filter((field) => !isEmpty(now[field]) && !same(before[field], now[field]) && same(before[field], paper[field]))
      .map((field) => [field, now[field]]),
  );
}

type Row = Parameters<typeof sidesOf>[0];

/** A former text with the sides that the survey now says otherwise. */
function edited(tx: Tx, table: 'finding' | 'passage', old: Said, now: { primary: string; secondary: string }): void {
  const row = tx.row(table, old.id);
  if (!row) return;
  let sides: Sides = sidesOf(row as unknown as Row);
  for (const side of ['primary', 'secondary'] as const satisfies Side[]) {
    if (now[side] === old[side] || sides[side].trim() === now[side]) continue;
    sides = editSide(sides, side, now[side], tx.now);
  }
  const columns = columnsOf(sides);
  if (Object.entries(columns).some(([name, value]) => row[name] !== value))
    tx.patch(table, old.id, { ...columns, updated_at: tx.now });
}

/** Makes the findings, but for those the survey had, and those the paper already has word for word. */
function writeFindings(tx: Tx, plan: Plan, surveyId: string, paperOf: PaperOf): string[] {
  const known = new Map<string, Map<string, string>>();
  const used = new Set(plan.findings.flatMap((old) => old?.id ?? []));
  return plan.survey.findings.map((finding, i) => {
    const paperId = paperOf('paper', finding.paper);
    const { primary, secondary, context } = finding;
    const old = plan.findings[i];
    if (old) {
      edited(tx, 'finding', old, finding);
      // Document order over all papers, where a list of the survey's findings needs it.
      tx.patch('finding', old.id, { paper_id: paperId, context, position: i + 1, deleted_at: null });
      return old.id;
    }
    if (paperId !== null && !known.has(paperId)) known.set(paperId, findingsByText(tx.db, paperId));
    const there = paperId === null ? undefined : known.get(paperId)?.get(textKey(primary, secondary));
    if (there !== undefined && !used.has(there)) {
      used.add(there);
      return there;
    }
    const id = createFinding(tx, { paperId, surveyId, primary, secondary, context });
    tx.patch('finding', id, { position: i + 1 });
    return id;
  });
}

/** Makes the passages, but for those the survey had, and those the paper's note already has word for word. */
function writePassages(tx: Tx, plan: Plan, surveyId: string, paperOf: PaperOf): string[] {
  const known = new Map<string, Map<string, string>>();
  const used = new Set(plan.passages.flatMap((old) => old?.id ?? []));
  return plan.survey.passages.map(({ paper, primary, secondary, line }, i) => {
    const paperId = paperOf('paper', paper);
    if (paperId === null) throw new AppError('internal', `The passage of line ${line} has no paper.`);
    const old = plan.passages[i];
    if (old && old.paper === paperId) {
      edited(tx, 'passage', old, { primary, secondary });
      tx.patch('passage', old.id, { deleted_at: null });
      return old.id;
    }
    if (!known.has(paperId)) known.set(paperId, passagesByText(tx.db, paperId));
    const there = known.get(paperId)?.get(textKey(primary, secondary));
    if (there !== undefined && !used.has(there)) {
      used.add(there);
      return there;
    }
    return addPassage(tx, { paperId, surveyId, primary, secondary });
  });
}

/** What the survey said and no longer says: to the trash, but for what another survey says too. */
function trash(
  tx: Tx,
  table: 'finding' | 'passage',
  surveyId: string,
  before: readonly Said[],
  now: readonly string[],
): void {
  const kept = new Set(now);
  for (const { id } of before) {
    const row = tx.row(table, id);
    if (kept.has(id) || !row || row['deleted_at'] !== null) continue;
    const [other] = surveysHolding(tx.db, id, surveyId);
    if (other === undefined) tx.patch(table, id, { deleted_at: tx.now });
    else if (row['survey_id'] === surveyId) tx.patch(table, id, { survey_id: other });
  }
}

type NewBlock = Omit<SurveyBlock, 'id'> & { side: Side | null; base: string | null };

/** Every bound stretch of the text. What stands in two languages has a block for each of its parts. */
function blocksFor(tx: Tx, plan: Plan, ids: Ids): NewBlock[] {
  const { papers, references, mentions, findings, passages } = plan.survey;
  const paperOf = paperFinder(plan, ids.works);
  const bases = new Map<string, string | null>();
  const baseOf = (id: string | null): string | null => {
    if (id === null) return null;
    if (!bases.has(id)) {
      const paper = findPaper(tx.db, id);
      bases.set(id, paper ? paperBase(paper) : null);
    }
    return bases.get(id) ?? null;
  };
  const naming = (kind: 'paper' | 'reference' | 'mention', { start, end, line }: Span, i: number): NewBlock => {
    const entityId = paperOf(kind, i);
    return { kind, entityId, start, end, line, side: null, base: kind === 'mention' ? null : baseOf(entityId) };
  };
  const saying = (kind: 'finding' | 'passage', id: string | undefined, parts: readonly SaidPart[]): NewBlock[] =>
    parts.map(({ start, end, line, side, text }) => ({
      kind,
      entityId: id ?? null,
      start,
      end,
      line,
      side,
      base: text,
    }));
  return [
    ...papers.map((each, i) => naming('paper', each, i)),
    ...references.map((each, i) => naming('reference', each, i)),
    ...mentions.map((each, i) => naming('mention', each, i)),
    ...findings.flatMap(({ parts }, i) => saying('finding', ids.findings[i], parts)),
    ...passages.flatMap(({ parts }, i) => saying('passage', ids.passages[i], parts)),
  ].toSorted((a, b) => a.start - b.start);
}

type SaidPart = { start: number; end: number; line: number; side: Side; text: string };

/** Writes a survey's blocks in place of those it had; a stretch that is bound to the same keeps its row. */
function putBlocks(tx: Tx, surveyId: string, blocks: readonly NewBlock[]): void {
  const key = ({ kind, entityId, side }: NewBlock): string => `${kind} ${entityId} ${side}`;
  const old = Map.groupBy(boundBlocks(tx.db, surveyId), key);
  for (const block of blocks) {
    const id = old.get(key(block))?.shift()?.id ?? tx.newId();
    const { kind, entityId, start, end, line, side, base } = block;
    tx.put('survey_block', id, {
      survey_id: surveyId,
      kind,
      entity_id: entityId,
      start_at: start,
      end_at: end,
      line,
      side,
      base,
    });
  }
  for (const { id } of [...old.values()].flat()) tx.put('survey_block', id, null);
}
