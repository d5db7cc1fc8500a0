// Calls of the papers room.
import { AppError } from '#shared/errors.ts';
import { PaperFilter, paperTest } from '#shared/paper-filter.ts';
import type { Paper, PaperItem, papers } from '#shared/papers.ts';
import type { Handlers, Reader, Services, Tx } from '../kinds.ts';
import { findDuplicates, pairKey } from './duplicates.ts';
import { mergePapers } from './merge.ts';
import { collectionFilter, findPaper, listCollectionPapers, listOpened, listPapers, listSurveyPapers } from './sql.ts';
import { createPaper, freeCitekey, restorePaper, updatePaper } from './write.ts';

/** The paper, or `not_found`. */
export function getPaper(db: Reader, id: string): Paper {
  const paper = findPaper(db, id);
  if (!paper) throw new AppError('not_found', 'There is no such paper.');
  return paper;
}

type Listing = {
  surveyId?: string | undefined;
  collectionId?: string | undefined;
  trashed?: boolean | undefined;
  filter?: PaperFilter | undefined;
};

function inCollection({ db, clock }: Services, id: string): PaperItem[] {
  const filter = collectionFilter(db, id);
  if (filter === undefined) throw new AppError('not_found', 'There is no such collection.');
  if (filter === null) return listCollectionPapers(db, id);
  return listPapers(db).filter(paperTest(PaperFilter.parse(JSON.parse(filter)), clock()));
}

function list(core: Services, { surveyId, collectionId, trashed, filter }: Listing): PaperItem[] {
  const found = surveyId
    ? listSurveyPapers(core.db, surveyId)
    : collectionId
      ? inCollection(core, collectionId)
      : listPapers(core.db, trashed);
  return filter ? found.filter(paperTest(filter, core.clock())) : found;
}

/** Names a step about one paper, or about several by their number. */
function stepOn(tx: Tx, label: 'paper.edit' | 'paper.remove', ids: readonly string[]): void {
  const [id = ''] = ids;
  const { title } = getPaper(tx.db, id);
  tx.step(
    label,
    ids.length === 1 ? { subject: title, place: { paperId: id } } : { subject: `${title} +${ids.length - 1}` },
  );
}

export const papersCalls: Handlers<typeof papers> = {
  list,
  get: ({ db }, { id }) => getPaper(db, id),
  create: (tx, fields) => {
    tx.step('paper.create', { subject: fields.title });
    return getPaper(tx.db, createPaper(tx, fields));
  },
  update: (tx, { id, fields }) => {
    stepOn(tx, 'paper.edit', [id]);
    updatePaper(tx, id, fields);
    return getPaper(tx.db, id);
  },
  updateMany: (tx, { ids, fields }) => {
    stepOn(tx, 'paper.edit', ids);
    for (const id of ids) updatePaper(tx, id, fields);
    return {};
  },
  rekey: (tx, { ids }) => {
    stepOn(tx, 'paper.edit', ids);
    let changed = 0;
    for (const id of ids) {
      const paper = getPaper(tx.db, id);
      const citekey = freeCitekey(tx, id, paper);
      if (citekey === paper.citekey) continue;
      tx.patch('paper', id, { citekey, updated_at: tx.now });
      changed += 1;
    }
    return { changed };
  },
  remove: (tx, { id }) => {
    stepOn(tx, 'paper.remove', [id]);
    tx.patch('paper', id, { deleted_at: tx.now });
    return {};
  },
  removeMany: (tx, { ids }) => {
    stepOn(tx, 'paper.remove', ids);
    for (const id of ids) tx.patch('paper', id, { deleted_at: tx.now });
    return {};
  },
  restore: (tx, { id }) => {
    tx.step('paper.restore', { subject: getPaper(tx.db, id).title, place: { paperId: id } });
    restorePaper(tx, id);
    return getPaper(tx.db, id);
  },
  opened: (tx, { id }) => {
    getPaper(tx.db, id);
    tx.outside.run(
      'INSERT INTO paper_opened VALUES (?, ?) ON CONFLICT (paper_id) DO UPDATE SET at = excluded.at',
      id,
      tx.now,
    );
    return {};
  },
  recent: ({ db }) => listOpened(db),
  relate: (tx, { id, otherId, kind }) => {
    if (id === otherId) throw new AppError('bad_input', 'otherId: a paper is not related to itself.');
    tx.step('paper.relate', { subject: getPaper(tx.db, id).title, place: { paperId: id } });
    getPaper(tx.db, otherId);
    const known = getPaper(tx.db, id).relations.find((one) => one.paperId === otherId);
    tx.put('paper_relation', known?.id ?? tx.newId(), { paper_id: id, other_id: otherId, kind, created_at: tx.now });
    setPair(tx, id, otherId);
    return getPaper(tx.db, id);
  },
  unrelate: (tx, { relationId }) => {
    const row = tx.row('paper_relation', relationId);
    if (!row) throw new AppError('not_found', 'These papers are not related.');
    const id = String(row['paper_id']);
    tx.step('paper.unrelate', { subject: getPaper(tx.db, id).title, place: { paperId: id } });
    tx.put('paper_relation', relationId, null);
    return {};
  },
  duplicates: ({ db }) => findDuplicates(db),
  setDistinct: (tx, { ids: [a, b] }) => {
    tx.step('paper.distinct', { subject: getPaper(tx.db, a).title });
    getPaper(tx.db, b);
    setPair(tx, a, b);
    return {};
  },
  merge: (tx, { id, otherId }) => {
    if (id === otherId) throw new AppError('bad_input', 'otherId: a paper cannot be merged with itself.');
    const other = getPaper(tx.db, otherId);
    tx.step('paper.merge', { subject: getPaper(tx.db, id).title, place: { paperId: id } });
    mergePapers(tx, id, other);
    return getPaper(tx.db, id);
  },
};

/** Says for good that two papers are two. */
function setPair(tx: Tx, a: string, b: string): void {
  const [first, second] = pairKey(a, b);
  const known = tx.db.get<{ id: string }>(
    'SELECT id FROM paper_pair WHERE paper_id = ? AND other_id = ?',
    first,
    second,
  );
  tx.put('paper_pair', known?.id ?? tx.newId(), {
    paper_id: first,
    other_id: second,
    verdict: 'distinct',
    score: 0,
    reasons: '[]',
    created_at: tx.now,
  });
}
