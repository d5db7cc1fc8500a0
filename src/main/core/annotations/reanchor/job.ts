// Carries all annotations of a paper over to one of its files: looks for every mark first, then writes one step.
import type { Anchor, Annotation, ShapeKind } from '#shared/annotation.ts';
import type { ReanchorReport } from '#shared/annotation-moves.ts';
import { AppError } from '#shared/errors.ts';
import { describe } from '#shared/text/anchor.ts';
import { TEXT_MODEL_VERSION } from '#shared/text/model.ts';
import { cachedPages, figuresOf, fileRow, getFile, textJson, type FileRow } from '../../files/index.ts';
import type { Reader, Services, Tx, Work } from '../../kinds.ts';
import { moveTo, type NewAnchor } from '../anchors.ts';
import { inShort } from '../create.ts';
import { anchorFor } from '../shapes.ts';
import { listReviews } from '../reviews.ts';
import { anchorsOf, listAnnotations } from '../sql.ts';
import { FoldedDocument } from './folded-document.ts';
import { placeShape, type Figures } from './place-shape.ts';
import { placeWords, type Version } from './place-words.ts';

type Input = { paperId: string; to: string; isOffered?: boolean | undefined };
type Result = { annotation: Annotation; anchor: NewAnchor | null; isSure: boolean };

/** Documents that share less than this of sampled stretches are not versions of one text. */
const SAME_TEXT = 0.25;
/** Marks looked at before other work gets a turn. */
const TURN = 50;

/** The job behind `annotations.reanchor`. Safe to repeat: what has its place in the file already is left alone. */
export async function reanchorPaper(work: Work, { paperId, to, isOffered }: Input): Promise<ReanchorReport> {
  const file = getFile(work.db, to);
  if (!belongs(work.db, file.id, paperId)) throw new AppError('not_found', 'to: this file is not one of the paper’s.');
  const annotations = marksToMove(work.db, paperId, to);
  if (annotations.length === 0) return reportOf(work.db, paperId, to, 0);
  const target = await versionOf(work, to);
  if (!target || target.document.text === '') {
    if (isOffered) return otherText(work.db, paperId, to);
    throw new AppError('conflict', 'to: this file has no text to find the marks in.');
  }
  const results: Result[] = [];
  const figures = new Map<string, Figures>();
  for (const [sha256, own] of Map.groupBy(annotations, (one) => one.sha256)) {
    const from = sha256 === to ? undefined : await versionOf(work, sha256);
    if (isOffered && from && likeness(from, target) < SAME_TEXT) return otherText(work.db, paperId, to);
    for (const each of [sha256, to]) if (!figures.has(each)) figures.set(each, await figuresAt(work, each, own));
    for (const annotation of own) {
      if (results.length % TURN === 0) {
        work.signal.throwIfAborted();
        work.progress(results.length, annotations.length, inShort(annotation.anchor.quote));
        await new Promise((resolve) => setImmediate(resolve));
      }
      const at = { from: figures.get(sha256) ?? none, to: figures.get(to) ?? none };
      results.push({ annotation, ...findPlace(annotation, to, from, target, at) });
    }
  }
  work.signal.throwIfAborted();
  const newly = work.write((tx) => write(tx, paperId, file, results));
  work.progress(annotations.length, annotations.length, '');
  return reportOf(work.db, paperId, to, newly);
}

const otherText = (db: Reader, paperId: string, to: string): ReanchorReport => ({
  ...reportOf(db, paperId, to, 0),
  review: [],
  isOther: true,
});

const none: Figures = () => [];

const belongs = (db: Reader, fileId: string, paperId: string): boolean =>
  db.get('SELECT 1 FROM paper_file WHERE file_id = ? AND paper_id = ?', fileId, paperId) !== undefined;

/** Marks in other files of the paper, those in the trash too, and those that count in an older way of reading the file. */
function marksToMove(db: Reader, paperId: string, to: string): Annotation[] {
  const all = [...listAnnotations(db, { paperId }), ...listAnnotations(db, { paperId, trashed: true })];
  return all.filter(({ sha256, anchor }) => sha256 !== to || anchor.textModelVersion !== TEXT_MODEL_VERSION);
}

/** A file's text, read where it is not at hand; undefined where it cannot be read. */
async function versionOf(core: Services, sha256: string): Promise<Version | undefined> {
  const count = fileRow(core.db, sha256)?.page_count ?? 0;
  for (let page = 1; page <= count; page++) await textJson(core, sha256, page);
  const pages = cachedPages(core, sha256);
  return count === 0 ? undefined : { pages, document: new FoldedDocument(pages) };
}

/** How much of one text stands in the other, from a hundred samples. */
export function likeness(a: Version, b: Version): number {
  const { text } = a.document;
  const length = 24;
  if (text.length < length * 4) return 1;
  let found = 0;
  const samples = 100;
  for (let i = 0; i < samples; i++) {
    const at = Math.floor((i * (text.length - length)) / samples);
    if (b.document.text.includes(text.slice(at, at + length))) found++;
  }
  return found / samples;
}

/** Pictures are only looked for where there are shapes. */
async function figuresAt(core: Services, sha256: string, annotations: Annotation[]): Promise<Figures> {
  if (annotations.every(({ anchor }) => anchor.shape === null)) return none;
  const pages = await figuresOf(core, sha256);
  return (page) => pages[page - 1] ?? [];
}

function findPlace(
  { anchor, kind }: Annotation,
  sha256: string,
  from: Version | undefined,
  to: Version,
  figures: { from: Figures; to: Figures },
): { anchor: NewAnchor | null; isSure: boolean } {
  if (anchor.shape) {
    const placed = placeShape(anchor, from, to, figures);
    const page = placed && to.pages.page(placed.shape.page);
    if (!placed || !page) return { anchor: null, isSure: false };
    const made = anchorFor(to.pages, page, sha256, kind as ShapeKind, placed.shape);
    return { anchor: { ...made, how: 'moved', score: placed.score }, isSure: placed.isSure };
  }
  const placed = placeWords(anchor, from, to);
  if (!placed) return { anchor: null, isSure: false };
  const { how, score, isSure } = placed;
  return { anchor: { ...describe(to.pages, placed.ranges, sha256), how, score }, isSure };
}

/** Writes what was found as one step; answers how many were carried over. */
function write(tx: Tx, paperId: string, file: FileRow, results: Result[]): number {
  tx.step('annotation.reanchor', { subject: String(results.length), place: { paperId, sha256: file.sha256 } });
  let count = 0;
  for (const { annotation, anchor, isSure } of results) {
    const { id } = annotation;
    // Taken away or moved by hand while it was looked for: what the reader did holds.
    if (tx.row('annotation', id)?.['updated_at'] !== annotation.updatedAt) continue;
    const known = tx.db.get<{ id: string }>(
      'SELECT id FROM anchor_review WHERE annotation_id = ? AND sha256 = ?',
      id,
      file.sha256,
    );
    if (anchor && isSure) {
      moveTo(tx, id, file.id, anchor);
      // Its reader did not touch it.
      tx.patch('annotation', id, { updated_at: annotation.updatedAt });
      if (known) tx.put('anchor_review', known.id, null);
      count += 1;
      continue;
    }
    tx.put('anchor_review', known?.id ?? tx.newId(), {
      annotation_id: id,
      sha256: file.sha256,
      candidate: anchor ? JSON.stringify(asAnchor(anchor)) : null,
      score: anchor?.score ?? 0,
      created_at: tx.now,
    });
  }
  return count;
}

/** How a paper's marks stand to one of its files: those carried over to it, and those that still need their reader. */
function reportOf(db: Reader, paperId: string, to: string, newly: number): ReanchorReport {
  const report: ReanchorReport = {
    paperId,
    to,
    total: 0,
    placed: 0,
    newly,
    fuzzy: [],
    moved: [],
    review: [],
    isOther: false,
  };
  const waiting = new Map(listReviews(db, paperId).map((one) => [one.annotation.id, one]));
  for (const { id, anchor, sha256 } of listAnnotations(db, { paperId })) {
    const origin = sha256 === to ? anchorsOf(db, id).find((earlier) => earlier.sha256 !== to) : undefined;
    if (sha256 === to && !origin) continue;
    report.total += 1;
    if (origin) {
      report.placed += 1;
      if (anchor.how === 'fuzzy')
        report.fuzzy.push({ id, score: anchor.score, quote: origin.quote, now: anchor.quote });
      if (anchor.how === 'moved') report.moved.push({ id, with: anchor.shape?.near?.quote ?? '' });
      continue;
    }
    const asked = waiting.get(id);
    report.review.push({ id, quote: anchor.quote, score: asked?.candidate ? asked.score : null });
  }
  return report;
}

const asAnchor = (anchor: NewAnchor): Anchor => ({
  ...anchor,
  shape: anchor.shape ?? null,
  how: anchor.how ?? 'made',
  score: anchor.score ?? 1,
});

/** After these links between papers and files were made: the files that annotated papers got as another version. */
export function newVersions(
  db: Reader,
  paperFileIds: readonly string[],
): { paperId: string; to: string; isOffered: true }[] {
  return db
    .all<{ paper_id: string; sha256: string }>(
      `SELECT link.paper_id, file.sha256 FROM paper_file AS link
       JOIN file ON file.id = link.file_id JOIN paper ON paper.id = link.paper_id
       WHERE link.id IN (SELECT value FROM json_each(?)) AND file.state = 'ready' AND paper.deleted_at IS NULL
         AND EXISTS (SELECT 1 FROM paper_file AS other JOIN annotation ON annotation.file_id = other.file_id
           WHERE other.paper_id = link.paper_id AND other.file_id <> link.file_id)`,
      JSON.stringify(paperFileIds),
    )
    .map(({ paper_id, sha256 }) => ({ paperId: paper_id, to: sha256, isOffered: true }));
}
