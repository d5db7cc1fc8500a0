// Reads the queue of downloads and what could be put into it.
import type { FetchItem, FetchReason } from '#shared/fetch.ts';
import type { Identifier } from '#shared/papers.ts';
import type { Reader } from '../kinds.ts';
import { pdfAddress } from './address-of.ts';

export type ItemRow = {
  id: string;
  paper_id: string;
  url: string;
  state: FetchItem['state'];
  reason: FetchReason | null;
  detail: string;
  bytes: number;
  total: number | null;
  validator: string;
  tries: number;
};

/** The queue, with the papers' titles; papers in the trash are left out. */
export const listItems = (db: Reader): FetchItem[] =>
  db
    .all<ItemRow & { title: string }>(
      `SELECT fetch_item.*, title FROM fetch_item JOIN paper ON paper.id = paper_id
       WHERE deleted_at IS NULL ORDER BY fetch_item.created_at, fetch_item.id`,
    )
    .map((row) => ({
      id: row.id,
      paperId: row.paper_id,
      title: row.title,
      url: row.url,
      state: row.state,
      reason: row.reason,
      params: JSON.parse(row.detail) as Record<string, string>,
      bytes: row.bytes,
      total: row.total,
    }));

/** Rows to be fetched, in order. */
export const waiting = (db: Reader, most: number): ItemRow[] =>
  db.all<ItemRow>(
    `SELECT fetch_item.* FROM fetch_item JOIN paper ON paper.id = paper_id
     WHERE deleted_at IS NULL AND state IN ('queued', 'running') ORDER BY fetch_item.created_at, fetch_item.id LIMIT ?`,
    most,
  );

export type Candidate = { paperId: string; title: string; url: string; host: string };

type PaperRow = { id: string; title: string; url: string | null; ids: string };

/** Live papers without a PDF that have an address one can be had from; `paperId` asks for one paper alone. */
export function candidates(db: Reader, paperId?: string): Candidate[] {
  const rows = db.all<PaperRow>(
    `SELECT id, title, url,
       (SELECT json_group_array(json_object('scheme', scheme, 'value', value)) FROM identifier WHERE paper_id = paper.id) AS ids
     FROM paper WHERE deleted_at IS NULL AND (? IS NULL OR id = ?)
       AND NOT EXISTS (SELECT 1 FROM paper_file WHERE paper_id = paper.id)
     ORDER BY title COLLATE NOCASE, id`,
    paperId ?? null,
    paperId ?? null,
  );
  return rows.flatMap((row) => {
    const identifiers = JSON.parse(row.ids) as Identifier[];
    const arxivId = identifiers.find(({ scheme }) => scheme === 'arxiv')?.value ?? null;
    const url = pdfAddress({ arxivId, url: row.url, identifiers });
    return url === null ? [] : [{ paperId: row.id, title: row.title, url, host: new URL(url).host }];
  });
}
