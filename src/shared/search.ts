// Search: one search over the pages of PDFs, notes, findings, annotations, surveys, terms and paper data, in both
// languages; and the state of the index it stands on. The query language is in search-query.ts.
import { z } from 'zod';
import { command, job, query } from './calls.ts';
import { Id, Nothing, Place, RectSchema, Sha256, Time } from './values.ts';

export const HitKind = z.enum(['page', 'finding', 'note', 'annotation', 'survey', 'paper', 'term']);
export type HitKind = z.infer<typeof HitKind>;

/** Why a hit was found that does not say what was asked: what the user's own pair of texts gives for it. */
export const Via = z.object({
  /** As asked, e.g. 微调. */
  asked: z.string(),
  /** What the hit says instead, e.g. fine-tuning; '' where it is tied to the pair rather than saying its words. */
  found: z.string(),
  /** What the pair is: an entry of the term base, a finding, a note, a paper's two titles. */
  from: z.enum(['term', 'finding', 'note', 'paper']),
  id: z.string(),
});
export type Via = z.infer<typeof Via>;

/** Half-open UTF-16 offsets. */
const Stretch = z.tuple([z.int(), z.int()]);

export const Hit = z.object({
  kind: HitKind,
  /** Id of the row; of a page `<sha256>/<page>`; of a survey `<id>` or `<id>#<section>`. */
  id: z.string(),
  paperId: Id.nullable(),
  surveyId: Id.nullable(),
  sha256: Sha256.nullable(),
  /** 1-based. */
  page: z.int().nullable(),
  pageLabel: z.string(),
  /** Of a page: where its text has the words, offsets into `PageText.text`; at most 50. */
  ranges: z.array(Stretch),
  /** One rectangle a line of each range, PDF user space; empty unless asked for. */
  rects: z.array(RectSchema),
  /** What to head it with: the paper's title, a survey's, a term. */
  title: z.string(),
  /** Heading of the section it stands in, '' where none is known. */
  section: z.string(),
  snippet: z.string(),
  /** Where the snippet has the words. */
  marks: z.array(Stretch),
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
  via: Via.nullable(),
  place: Place,
});
export type Hit = z.infer<typeof Hit>;

/** Values of one facet with the number of hits, the most frequent first. Papers, surveys by id. */
const Facet = z.array(z.object({ value: z.string(), count: z.int() }));
export const Facets = z.object({
  kind: Facet,
  year: Facet,
  survey: Facet,
  tag: Facet,
  lang: Facet,
  color: Facet,
  stance: Facet,
});
export type Facets = z.infer<typeof Facets>;

export const IndexState = z.object({
  /** `paused`: the disk is nearly full, it goes on by itself when there is room. */
  state: z.enum(['starting', 'indexing', 'ready', 'paused']),
  /** Pages of PDFs indexed, and all there are. */
  pages: z.int(),
  allPages: z.int(),
  /** Everything else that is indexed: findings, notes, papers... */
  items: z.int(),
  /** What stands in the way, '' as a rule. */
  message: z.string(),
});
export type IndexState = z.infer<typeof IndexState>;

export const SearchResult = z.object({
  tookMs: z.number(),
  /** Number of hits of all kinds: pages, findings... */
  total: z.int(),
  hits: z.array(Hit),
  /** The papers (or surveys) hits belong to, best first, as many as were asked for; only when grouped. */
  groups: z.array(
    z.object({ paperId: Id.nullable(), surveyId: Id.nullable(), title: z.string(), total: z.int(), hits: z.int() }),
  ),
  allGroups: z.int(),
  facets: Facets,
  /** Other words taken because nothing had those asked for, as a query. */
  corrected: z.string().nullable(),
  /** Pairs that widened the search into the other language; also those that found nothing more. */
  across: z.array(Via),
  index: IndexState,
});
export type SearchResult = z.infer<typeof SearchResult>;

export const SavedSearch = z.object({ id: Id, name: z.string(), query: z.string(), createdAt: Time });
export type SavedSearch = z.infer<typeof SavedSearch>;

export const search = {
  /** Any text is a query; nothing typed finds nothing. What was written a moment ago is found. */
  query: query(
    z.object({
      query: z.string(),
      kinds: z.array(HitKind).optional(),
      limit: z.int().min(1).max(500).default(20),
      offset: z.int().min(0).default(0),
      /** Only of this paper. */
      paperId: Id.optional(),
      /** Also what says it in the other language, through the user's own pairs. */
      across: z.boolean().default(true),
      /** Group by paper: `limit` and `offset` count groups, each with its best `perGroup` hits together in `hits`. */
      grouped: z.boolean().default(false),
      perGroup: z.int().min(1).max(50).default(3),
      /** The last word may be unfinished. */
      isTyping: z.boolean().default(false),
      /** Fill in `rects`. */
      rects: z.boolean().default(false),
      /** Answer only when the index is complete. */
      wait: z.boolean().default(false),
    }),
    SearchResult,
  ),
  state: query(z.object({}), IndexState),
  /** Throws the index away and makes it anew; ends when it is complete. */
  rebuild: job(z.object({}), IndexState),
  /** By name. */
  saved: query(z.object({}), z.array(SavedSearch)),
  save: command(z.object({ name: z.string().trim().min(1).max(200), query: z.string().min(1).max(2000) }), SavedSearch),
  unsave: command(z.object({ id: Id }), Nothing),
};
