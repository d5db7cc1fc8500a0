// The works a survey names: its paper lines and references sorted into works, each with the fields its mentions give
// together and the paper of the library it already is.
import type { Author, Paper, PaperFields } from '#shared/papers.ts';
import { comparableUrl, groupWorks, identifiersOf, sameWork, titleKey, type WorkLike } from '../papers/index.ts';
import type { PaperLine, ParsedSurvey, ReferenceEntry, Warning } from './parse/types.ts';

/** A place where a survey names a work: a paper line or an entry of its reference list. */
export type Mention =
  | { kind: 'paper'; index: number; line: number }
  | { kind: 'reference'; index: number; line: number };

/** A work as the survey describes it. `why` says what brought its mentions together, and it to the library's paper. */
export type Work = { mentions: Mention[]; fields: WorkFields; existing: Paper | null; why: string[] };

/** What is known of a work; empty strings and nulls where the survey does not say. */
export type WorkFields = Omit<PaperFields, 'citekey' | 'titleSecondary'>;

/** Sorts a survey's mentions into works, in the order of first mention, and finds those the library already has. */
export function worksOf(survey: ParsedSurvey, library: readonly Paper[]): { works: Work[]; warnings: Warning[] } {
  const mentions: Mention[] = [
    ...survey.papers.map(({ line }, index) => ({ kind: 'paper', index, line }) as const),
    ...survey.references.map(({ line }, index) => ({ kind: 'reference', index, line }) as const),
  ];
  const likes = mentions.map((mention) => likeOf(survey, mention));
  // An entry of which nothing could be read is no work; its text is kept as a reference.
  const known = mentions.flatMap((_, i) => (isKnown(likes[i]) ? [i] : []));
  const { works, near } = groupWorks(known.flatMap((i) => likes[i] ?? []));
  const at = (i: number): Mention | undefined => mentions[known[i] ?? -1];
  const find = finderIn(library);
  const found = works.map(({ members, why }): Work => {
    const own = members.flatMap((i) => at(i) ?? []);
    const fields = fieldsOf(survey, own);
    const match = find(fields);
    const reasons = members.length > 1 ? [...why] : [];
    return {
      mentions: own.toSorted((a, b) => a.line - b.line),
      fields,
      existing: match?.paper ?? null,
      why: match === null ? reasons : [...reasons, `already in the library by ${match.why}`],
    };
  });
  const warnings = near.flatMap(({ a, b, why }) => {
    const [one, two] = [at(a), at(b)];
    if (!one || !two) return [];
    const reason = why === 'doi-differs' ? 'their DOIs differ' : 'their titles are only alike';
    return [
      { line: two.line, message: `This looks like the work of line ${one.line}, but was kept apart: ${reason}.` },
    ];
  });
  return { works: found.toSorted((a, b) => (a.mentions[0]?.line ?? 0) - (b.mentions[0]?.line ?? 0)), warnings };
}

const isKnown = (work: WorkLike | undefined): boolean =>
  work !== undefined && (work.title !== null || work.doi !== null || work.arxivId !== null || work.url !== null);

function likeOf(survey: ParsedSurvey, mention: Mention): WorkLike {
  if (mention.kind === 'reference') {
    const { title, authors, year, doi, arxivId, url } = referenceAt(survey, mention).fields;
    return { title, authors, year, doi, arxivId, url };
  }
  const { title, url } = paperAt(survey, mention);
  const { doi, arxivId } = identifiersOf(url ?? '');
  return { title, authors: [], year: null, doi, arxivId, url };
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
  const entries = mentions.filter((each) => each.kind === 'reference').map((each) => referenceAt(survey, each).fields);
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
function finderIn(library: readonly Paper[]): (work: WorkFields) => { paper: Paper; why: string } | null {
  const index = new Map<string, Paper[]>();
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
        if (same) return { paper, why };
      }
    }
    return null;
  };
}
