// The works a survey names: its paper lines and references sorted into works, each with the fields its mentions give
// together and the paper of the library it already is.
import type { Author, PaperFields, PaperItem } from '#shared/papers.ts';
import {
  MergedBy as MergedBySchema,
  Proposal as ProposalSchema,
  type Correction,
  type MergedBy,
  type Proposal,
} from '#shared/surveys.ts';
import { comparableUrl, groupWorks, identifiersOf, sameWork, titleKey, type WorkLike } from '../papers/index.ts';
import type { PaperLine, ParsedSurvey, ReferenceEntry, Warning } from './parse/types.ts';
import { warning } from './parse/warnings.ts';

/** A place where a survey names a work: a paper line, an entry of its reference list, or a link inside prose. */
export type Mention = { kind: 'paper' | 'reference' | 'mention'; index: number; line: number };

/** A work as the survey describes it. `by` says what brought its mentions together, `known` it to the library's paper. */
export type Work = {
  mentions: Mention[];
  fields: WorkFields;
  existing: PaperItem | null;
  by: MergedBy[];
  known: MergedBy | null;
};

/** What is known of a work; empty strings and nulls where the survey does not say. */
export type WorkFields = Pick<
  PaperFields,
  | 'type'
  | 'title'
  | 'authors'
  | 'year'
  | 'container'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'publisher'
  | 'doi'
  | 'arxivId'
  | 'url'
>;

/** What is known beforehand: the library, what the user set right, and what each mention was bound to so far. */
export type Known = {
  library: readonly PaperItem[];
  corrections?: readonly Correction[];
  bound?: (mention: Mention) => string | null;
};

/** Links inside prose by index, and the work each is of. */
export type Works = { works: Work[]; proposals: Proposal[]; warnings: Warning[]; linked: Map<number, Work> };

/** Sorts a survey's mentions into works, in the order of first mention, and finds those the library already has. */
export function worksOf(survey: ParsedSurvey, { library, corrections = [], bound = () => null }: Known): Works {
  const listed: Mention[] = [
    ...survey.papers.map(({ line }, index) => ({ kind: 'paper', index, line }) as const),
    ...survey.references.map(({ line }, index) => ({ kind: 'reference', index, line }) as const),
  ];
  const links = survey.mentions.map(({ line }, index): Mention => ({ kind: 'mention', index, line }));
  // A list of references says what the survey's works are; without one its links do.
  const mentions = survey.references.length > 0 ? listed : [...listed, ...links];
  const likes = mentions.map((mention) => likeOf(survey, mention));
  // An entry of which nothing could be read is no work; its text is kept as a reference.
  const known = mentions.flatMap((_, i) => (isKnown(likes[i]) ? [i] : []));
  const { works: groups, near } = groupWorks(known.flatMap((i) => likes[i] ?? []));
  const at = (i: number): Mention | undefined => mentions[known[i] ?? -1];
  const sorted = regroup(
    groups.map(({ members, why }) => ({ mentions: members.flatMap((i) => at(i) ?? []), by: why.flatMap(mergedBy) })),
    corrections,
    bound,
  );
  const find = finderIn(library);
  const byId = new Map(library.map((paper) => [paper.id, paper]));
  const works = sorted.map((group): Work => {
    const fields = fieldsOf(survey, group.mentions);
    const set = group.paperId === null ? undefined : byId.get(group.paperId);
    const match = set ? { paper: set, by: group.setBy } : group.isApart ? null : find(fields);
    const placed = group.mentions.toSorted((a, b) => a.line - b.line);
    return {
      mentions: placed,
      fields,
      existing: match?.paper ?? null,
      by: group.mentions.length > 1 ? group.by : [],
      known: match?.by ?? null,
    };
  });
  works.sort((a, b) => (a.mentions[0]?.line ?? 0) - (b.mentions[0]?.line ?? 0));
  const workAt = (mention: Mention | undefined): Work | undefined =>
    works.find((work) => work.mentions.some((each) => each.kind === mention?.kind && each.index === mention.index));
  const linked = new Map<number, Work>();
  for (const link of links) {
    const like = likeOf(survey, link);
    const own = workAt(link) ?? works.find(({ fields }) => sameWork(like, fields).same);
    if (own) linked.set(link.index, own);
  }
  const settled = new Set(
    corrections.flatMap((each) =>
      each.do === 'as' ? [] : [each.line, ...(each.do === 'join' ? [each.withLine] : [])],
    ),
  );
  const proposed = new Set<string>();
  const proposals = near.flatMap(({ a, b, why }): Proposal[] => {
    const [one, two] = [at(a), at(b)];
    const reason = NEAR.safeParse(why);
    if (!one || !two || !reason.success || settled.has(one.line) || settled.has(two.line)) return [];
    const [first, second] = [workAt(one), workAt(two)];
    if (!first || !second || first === second) return [];
    const pair = `${works.indexOf(first)} ${works.indexOf(second)}`;
    if (proposed.has(pair)) return [];
    proposed.add(pair);
    return [
      {
        line: two.line,
        title: second.fields.title,
        withLine: one.line,
        withTitle: first.fields.title,
        paperId: null,
        why: reason.data,
      },
    ];
  });
  const warnings = proposals.map(({ line, withLine, why }) =>
    warning(line, 'looks-like', { other: withLine ?? 0, why }),
  );
  return { works, proposals: [...proposals, ...nearLibrary(works, library, settled)], warnings, linked };
}

const NEAR = ProposalSchema.shape.why;
const mergedBy = (why: string): MergedBy[] => {
  const by = MergedBySchema.safeParse(why);
  return by.success ? [by.data] : [];
};

type Group = { mentions: Mention[]; by: MergedBy[] };
type Settled = Group & { paperId: string | null; setBy: MergedBy; isApart: boolean };

/** What was bound before and what the user says come before what only looks so. */
function regroup(
  groups: Group[],
  corrections: readonly Correction[],
  bound: (mention: Mention) => string | null,
): Settled[] {
  const alone = new Set(corrections.flatMap((each) => (each.do === 'split' ? [each.line] : [])));
  const pieces: Settled[] = groups.flatMap(({ mentions, by }) => {
    const split = mentions.filter(({ line }) => alone.has(line));
    const rest = mentions.filter(({ line }) => !alone.has(line));
    const papers = Map.groupBy(rest, (mention) => bound(mention));
    const reasons = rest.length > 1 ? by : [];
    const loose = papers.get(null) ?? [];
    papers.delete(null);
    const known = [...papers].map(([paperId, own], i): Settled => ({
      mentions: i === 0 ? [...own, ...loose] : own,
      by: reasons,
      paperId,
      setBy: 'place',
      isApart: false,
    }));
    const free: Settled[] =
      known.length === 0 && loose.length > 0
        ? [{ mentions: loose, by: reasons, paperId: null, setBy: 'place', isApart: false }]
        : [];
    return [
      ...known,
      ...free,
      ...split.map((mention): Settled => ({
        mentions: [mention],
        by: [],
        paperId: null,
        setBy: 'user',
        isApart: true,
      })),
    ];
  });
  const holding = (line: number): Settled | undefined =>
    pieces.find(({ mentions }) => mentions.some((each) => each.line === line));
  const join = (one: Settled, two: Settled, by: MergedBy): void => {
    if (one === two) return;
    one.mentions.push(...two.mentions);
    one.by = [...new Set([...one.by, ...two.by, by])];
    one.paperId ??= two.paperId;
    pieces.splice(pieces.indexOf(two), 1);
  };
  for (const [i, piece] of [...pieces].entries()) {
    const same =
      piece.paperId === null ? undefined : pieces.slice(0, i).find(({ paperId }) => paperId === piece.paperId);
    if (same) join(same, piece, 'place');
  }
  for (const each of corrections) {
    const piece = each.do === 'join' ? holding(each.line) : undefined;
    if (each.do !== 'join' || piece === undefined) continue;
    const other = each.withLine === undefined ? undefined : holding(each.withLine);
    if (other) join(other, piece, 'user');
    if (each.paperId !== undefined)
      Object.assign(other ?? piece, { paperId: each.paperId, setBy: 'user', isApart: false });
  }
  return pieces;
}

/** New works whose title is nearly that of a paper the library has. */
function nearLibrary(
  works: readonly Work[],
  library: readonly PaperItem[],
  settled: ReadonlySet<number | undefined>,
): Proposal[] {
  const head = (title: string): string => titleKey(title).slice(0, 8);
  const index = Map.groupBy(library, ({ title }) => head(title));
  return works.flatMap((work): Proposal[] => {
    const line = work.mentions[0]?.line ?? 1;
    if (work.existing !== null || settled.has(line)) return [];
    const papers = index.get(head(work.fields.title)) ?? [];
    for (const paper of papers) {
      const why = NEAR.safeParse(sameWork(work.fields, paper).why);
      if (why.success && why.data === 'near-title')
        return [
          { line, title: work.fields.title, withLine: null, withTitle: paper.title, paperId: paper.id, why: why.data },
        ];
    }
    return [];
  });
}

const isKnown = (work: WorkLike | undefined): boolean =>
  work !== undefined && (work.title !== null || work.doi !== null || work.arxivId !== null || work.url !== null);

function likeOf(survey: ParsedSurvey, mention: Mention): WorkLike {
  if (mention.kind === 'reference') {
    const { title, authors, year, doi, arxivId, url } = referenceAt(survey, mention).fields;
    return { title, authors, year, doi, arxivId, url };
  }
  if (mention.kind === 'mention') {
    const { title = '', url = '' } = survey.mentions[mention.index] ?? {};
    const isTitle = title.split(/\s+/).length >= 4 || (title.match(/\p{Script=Han}/gu)?.length ?? 0) >= 6;
    const { doi, arxivId } = identifiersOf(url);
    return { title: isTitle ? title : null, authors: [], year: null, doi, arxivId, url };
  }
  const { title, url, fields } = paperAt(survey, mention);
  const { doi, arxivId } = identifiersOf(url ?? '');
  return {
    title,
    authors: fields?.authors ?? [],
    year: fields?.year ?? null,
    doi: doi ?? fields?.doi ?? null,
    arxivId: arxivId ?? fields?.arxivId ?? null,
    url,
  };
}

function referenceAt(survey: ParsedSurvey, { index }: Mention): ReferenceEntry {
  const entry = survey.references[index];
  if (!entry) throw new Error(`No reference ${index}.`);
  return entry;
}

function paperAt(survey: ParsedSurvey, { index }: Mention): PaperLine {
  const line = survey.papers[index];
  if (!line) throw new Error(`No paper line ${index}.`);
  return line;
}

const STATED = ['container', 'volume', 'issue', 'pages', 'publisher'] as const;

/** All that a work's mentions say together; the entry that says most decides where it appeared. */
function fieldsOf(survey: ParsedSurvey, mentions: readonly Mention[]): WorkFields {
  const likes = mentions.map((mention) => likeOf(survey, mention));
  const entries = mentions.flatMap((each) =>
    each.kind === 'reference'
      ? [referenceAt(survey, each).fields]
      : each.kind === 'paper'
        ? (paperAt(survey, each).fields ?? [])
        : [],
  );
  // A preprint beside its journal version says less, however much it states.
  const weight = (entry: (typeof entries)[number]): number =>
    STATED.filter((field) => entry[field] !== null).length - (entry.container === 'arXiv' ? 10 : 0);
  const main = entries.toSorted((a, b) => weight(b) - weight(a))[0];
  const titles = likes.flatMap(({ title }) => title ?? []).toSorted((a, b) => titleKey(b).length - titleKey(a).length);
  const first = <T>(values: (T | null)[]): T | null => values.find((value) => value !== null) ?? null;
  const doi = first(likes.map((like) => like.doi));
  const arxivId = first(likes.map((like) => like.arxivId));
  const url = first(likes.map((like) => like.url));
  const stated = Object.fromEntries(STATED.map((field) => [field, main?.[field] ?? ''])) as Pick<
    WorkFields,
    (typeof STATED)[number]
  >;
  return {
    type: main?.type ?? (arxivId !== null ? 'article' : 'article-journal'),
    title: titles[0] ?? doi ?? (arxivId === null ? (url ?? '') : `arXiv:${arxivId}`),
    authors: mergeAuthors(entries.map((entry) => entry.authors)),
    year: main?.year ?? first(likes.map((like) => like.year)),
    ...stated,
    doi,
    arxivId,
    url,
  };
}

/** The longest list of people, with given names written out where another mention writes them out. */
function mergeAuthors(lists: readonly Author[][]): Author[] {
  const longest = lists.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return longest.map((author) => {
    if ('literal' in author) return author;
    const fuller = lists
      .flat()
      .find(
        (other): other is { family: string; given: string } =>
          !('literal' in other) &&
          titleKey(other.family) === titleKey(author.family) &&
          /\p{Ll}/u.test(other.given) &&
          !/\p{Ll}/u.test(author.given) &&
          other.given.slice(0, 1) === author.given.slice(0, 1),
      );
    return fuller ? { family: author.family, given: fuller.given } : author;
  });
}

/** Finds a work among the library's papers: by DOI, then arXiv id, then title and address. */
function finderIn(library: readonly PaperItem[]): (work: WorkFields) => { paper: PaperItem; by: MergedBy } | null {
  const index = new Map<string, PaperItem[]>();
  const keysOf = (work: WorkLike): string[] =>
    [
      work.doi && `doi ${work.doi}`,
      work.arxivId && `arxiv ${work.arxivId}`,
      work.title && `title ${titleKey(work.title)}`,
      work.url && `url ${comparableUrl(work.url)}`,
    ].flatMap((key) => key || []);
  for (const paper of library) {
    for (const key of keysOf(paper)) index.set(key, [...(index.get(key) ?? []), paper]);
  }
  return (work) => {
    for (const key of keysOf(work)) {
      for (const paper of index.get(key) ?? []) {
        const { same, why } = sameWork(work, paper);
        const [by] = mergedBy(why);
        if (same && by) return { paper, by };
      }
    }
    return null;
  };
}
