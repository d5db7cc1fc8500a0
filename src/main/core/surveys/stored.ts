// A survey as it stands: its row, its blocks, what the library knows of them, and its text composed of the three.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Section, type SurveyBlock } from '#shared/surveys.ts';
import type { Side } from '#shared/values.ts';
import type { Reader } from '../kinds.ts';
import { findPaper } from '../papers/index.ts';
import { compose, type BoundBlock, type Composed, type Facts, type Words } from './compose.ts';
import type { Encoding } from './decode.ts';
import { spliceBytes } from './encode.ts';
import { lineFinder } from './parse/lines.ts';

/** A survey with its text as it is now. */
export type Stored = {
  id: string;
  title: string;
  fileName: string;
  encoding: Encoding;
  /** The text as it was last read, which `sha256` are the bytes of. */
  text: string;
  sha256: string;
  sections: Section[];
  blocks: BoundBlock[];
  facts: Facts;
  composed: Composed;
};

type SurveyRow = {
  id: string;
  title: string;
  file_name: string;
  encoding: string;
  text: string;
  sections: string;
  source_sha256: string;
};
type BlockRow = {
  id: string;
  kind: SurveyBlock['kind'];
  entity_id: string | null;
  start_at: number;
  end_at: number;
  line: number;
  side: Side | null;
  base: string | null;
};
type WordsRow = {
  id: string;
  paper_id: string | null;
  primary_text: string;
  secondary_text: string;
  deleted_at: number | null;
};

const toWords = (row: WordsRow): Words => ({
  id: row.id,
  primary: row.primary_text,
  secondary: row.secondary_text,
  isGone: row.deleted_at !== null,
  paperId: row.paper_id,
});

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((each) => [each.id, each]));

/** Reads a survey, in the trash or not. */
export function readStored(db: Reader, id: string): Stored | undefined {
  const row = db.get<SurveyRow>('SELECT * FROM survey WHERE id = ?', id);
  if (!row) return undefined;
  const blocks = boundBlocks(db, id);
  const facts = factsOf(db, id, blocks);
  const composed = compose(row.text, blocks, facts);
  const sections = z.array(Section).parse(JSON.parse(row.sections));
  return {
    id,
    title: row.title,
    fileName: row.file_name,
    encoding: row.encoding as Encoding,
    text: row.text,
    sha256: row.source_sha256,
    sections: composed.edits.length === 0 ? sections : movedSections(sections, row.text, composed),
    blocks,
    facts,
    composed,
  };
}

/** A survey's blocks as stored, in the order of its text. */
export const boundBlocks = (db: Reader, surveyId: string): BoundBlock[] =>
  db
    .all<BlockRow>('SELECT * FROM survey_block WHERE survey_id = ? ORDER BY start_at, end_at, id', surveyId)
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      entityId: row.entity_id,
      start: row.start_at,
      end: row.end_at,
      line: row.line,
      side: row.side,
      base: row.base,
    }));

function factsOf(db: Reader, surveyId: string, blocks: readonly BoundBlock[]): Facts {
  const bound = new Set(blocks.map(({ entityId }) => entityId));
  const ids = JSON.stringify([...bound]);
  const findings = db
    .all<WordsRow>(
      `SELECT id, paper_id, primary_text, secondary_text, deleted_at FROM finding
       WHERE id IN (SELECT value FROM json_each(?)) OR survey_id = ? ORDER BY position, id`,
      ids,
      surveyId,
    )
    .map(toWords);
  const passages = db
    .all<WordsRow>(
      `SELECT passage.id, paper_id, primary_text, secondary_text, passage.deleted_at FROM passage JOIN note ON note.id = note_id
       WHERE passage.id IN (SELECT value FROM json_each(?))`,
      ids,
    )
    .map(toWords);
  const named = new Set(
    blocks.flatMap(({ kind, entityId }) => (kind === 'paper' || kind === 'reference' ? (entityId ?? []) : [])),
  );
  const papers = [...named].flatMap((id) => {
    const paper = findPaper(db, id);
    return paper && paper.deletedAt === null ? paper : [];
  });
  return {
    findings: byId(findings),
    passages: byId(passages),
    papers: byId(papers),
    loose: findings.filter((finding) => !bound.has(finding.id) && !finding.isGone && finding.paperId !== null),
  };
}

function movedSections(sections: readonly Section[], text: string, { text: now, move }: Composed): Section[] {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  const lineOf = lineFinder(now);
  return sections.map((section) => ({ ...section, line: lineOf(move(starts[section.line - 1] ?? 0)) }));
}

/** Stands for one text. */
export const revisionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The bytes of a survey as it is now: those it came in, but for what changed. */
export function storedBytes(
  db: Reader,
  { sha256, encoding, composed }: Pick<Stored, 'sha256' | 'encoding' | 'composed'>,
): Uint8Array {
  const bytes = sourceBytes(db, sha256) ?? new Uint8Array();
  return composed.edits.length === 0 ? bytes : spliceBytes({ bytes, encoding }, composed.edits);
}

/** Bytes kept under a hash. */
export const sourceBytes = (db: Reader, sha256: string): Uint8Array | undefined =>
  db.get<{ bytes: Uint8Array }>('SELECT bytes FROM survey_source WHERE sha256 = ?', sha256)?.bytes;
