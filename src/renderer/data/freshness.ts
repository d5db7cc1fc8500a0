// Which answers go stale when which tables change.
import type { RoomName } from './calls.ts';
import { queryClient } from './query-client.ts';

const EVERYTHING = 'everything';

/** For each table of the database the rooms whose answers show it. */
const SHOWN_IN: Record<string, readonly RoomName[]> = {
  paper: ['papers', 'surveys', 'files', 'tags', 'matrix', 'collections', 'findings'],
  paper_author: ['papers', 'files', 'collections', 'surveys'],
  identifier: ['papers', 'files', 'collections', 'surveys'],
  paper_relation: ['papers'],
  paper_pair: ['papers'],
  collection: ['collections', 'papers'],
  collection_paper: ['collections', 'papers'],
  paper_opened: ['papers'],
  watched_folder: ['files'],
  fetch_item: ['fetch'],
  file: ['files', 'papers', 'surveys'],
  paper_file: ['fetch', 'files', 'papers', 'collections', 'annotations', 'findings', 'surveys'],
  annotation: ['annotations', 'findings', 'papers', 'notes', 'tags', 'matrix', 'surveys'],
  anchor: ['annotations', 'findings', 'surveys'],
  anchor_review: ['annotations'],
  note: ['notes', 'papers', 'surveys'],
  passage: ['notes', 'papers', 'annotations', 'surveys'],
  passage_annotation: ['notes', 'annotations'],
  finding: ['findings', 'papers', 'annotations', 'surveys', 'tags', 'outlines'],
  evidence: ['findings', 'annotations', 'papers', 'surveys'],
  survey: ['surveys', 'papers', 'findings', 'notes'],
  saved_search: ['search'],
  survey_block: ['surveys', 'papers', 'findings', 'notes'],
  matrix: ['matrix'],
  matrix_column: ['matrix'],
  matrix_row: ['matrix'],
  matrix_cell: ['matrix'],
  matrix_cell_annotation: ['matrix'],
  outline: ['outlines'],
  outline_item: ['outlines'],
  suggestion_dismissed: ['findings'],
  evidence_offer: ['findings'],
  term: ['terms', 'findings'],
  term_alias: ['terms', 'findings'],
  tag: ['tags', 'papers', 'annotations'],
  tagging: ['tags', 'papers', 'annotations'],
  history_step: [],
  revision: [],
  job: ['jobs'],
  setting: ['settings'],
};

/** Tables that are no user content: a change there alone is no step of the history. */
const NOT_CONTENT = new Set(['job', 'setting', 'evidence_offer', 'paper_opened', 'watched_folder', 'fetch_item']);

/** The rooms to read again after these tables changed; a table unknown here renews everything. */
export function staleRooms(tables: readonly string[]): ReadonlySet<RoomName> | typeof EVERYTHING {
  const rooms = new Set<RoomName>();
  for (const table of tables) {
    const shown = SHOWN_IN[table];
    if (!shown) return EVERYTHING;
    for (const room of shown) rooms.add(room);
    if (!NOT_CONTENT.has(table)) rooms.add('history').add('library');
  }
  return rooms;
}

/** Marks the answers over these tables stale; those on screen are read again at once. */
export function invalidateTables(tables: readonly string[]): Promise<void> {
  const stale = staleRooms(tables);
  if (stale === EVERYTHING) return invalidateAll();
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.has(queryKey[0] as RoomName) });
}

/** Marks every answer of the contract stale; page texts never change and stay. */
export function invalidateAll(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'text' && queryKey[0] !== 'words',
  });
}
