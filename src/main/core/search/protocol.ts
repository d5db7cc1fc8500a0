// What the core and the search process say to each other. Plain data.
import type { Facets, Hit, HitKind, Via } from '#shared/search.ts';
import type { QueryNode } from '#shared/search-query.ts';
import type { Place } from '#shared/values.ts';

export type ItemKind = Exclude<HitKind, 'page'>;

/** Whose words a text is; `quote` are a paper's own. */
export type TextSide = 'primary' | 'secondary' | 'quote';

/** Something indexed that is no page: a finding, a passage of a note, an annotation, a section of a survey... */
export type Item = {
  kind: ItemKind;
  /** Unique within its kind. */
  id: string;
  paperId: string | null;
  surveyId: string | null;
  sha256: string | null;
  page: number | null;
  pageLabel: string;
  title: string;
  section: string;
  /** `isHead`: a title or term, which counts above running text. */
  texts: { side: TextSide; text: string; isHead: boolean }[];
  /** Names of people. */
  people: string[];
  year: number | null;
  tags: string[];
  /** Surveys a paper is named in. */
  surveyIds: string[];
  color: string | null;
  stances: string[];
  /** Of an annotation: the findings and passages it is tied to. */
  tied: string[];
  /** When it was last written, epoch ms. */
  at: number;
  place: Place;
};

export type ItemKey = { kind: ItemKind; id: string };

/** A file whose pages are to be found, and the papers it belongs to, the first of them the one hits name. */
export type FileEntry = { sha256: string; paperIds: string[]; pageCount: number };

/** A page's text model as the cache holds it (deflated JSON); null where it cannot be read. */
export type PageEntry = { page: number; model: Uint8Array | null };

export type Ask =
  | { op: 'open'; file: string; minFreeBytes: number }
  | { op: 'put'; items: Item[]; gone: ItemKey[]; files: FileEntry[]; mark: string | null }
  /** Forgets items (and files) that are not among those kept since `begin`. */
  | { op: 'sweep'; step: 'begin' | 'end'; files: FileEntry[]; mark: string | null }
  /** Pages of a file, in order, from the first that is missing. */
  | { op: 'pages'; sha256: string; pages: PageEntry[] }
  | { op: 'tidy' }
  | { op: 'reset' }
  | { op: 'state' }
  | { op: 'query'; query: EngineQuery };

/** What the index holds so far. `next` is the file to go on with. */
export type Held = {
  mark: string | null;
  pages: number;
  allPages: number;
  items: number;
  next: { sha256: string; from: number; count: number } | null;
};

export type EngineQuery = {
  node: QueryNode | null;
  kinds: HitKind[] | null;
  limit: number;
  offset: number;
  paperId: string | null;
  across: boolean;
  grouped: boolean;
  perGroup: number;
};

export type EngineResult = {
  total: number;
  hits: Omit<Hit, 'rects'>[];
  groups: { paperId: string | null; surveyId: string | null; title: string; total: number; hits: number }[];
  allGroups: number;
  facets: Facets;
  corrected: string | null;
  across: Via[];
};

export type Answer =
  | { ok: true; value: unknown }
  /** `full`: no room on the disk; `broken`: the index is not sound (it has been begun anew). */
  | { ok: false; why: 'full' | 'broken' | 'bug'; message: string };
