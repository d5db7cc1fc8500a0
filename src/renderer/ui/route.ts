// Places in the window, and their spelling in the address. Pure.

/** Where the window is. */
export type Route =
  /** Papers of a survey, of a collection or all, or what is in the trash; `paperId` is the one picked. */
  | { view: 'library'; surveyId?: string; collectionId?: string; trash?: true; paperId?: string }
  /** The document, or with `show` its list of findings. */
  | { view: 'survey'; surveyId: string; show?: 'findings'; blockId?: string; findingId?: string }
  /** Every finding of the library, or of one survey. */
  | { view: 'findings'; surveyId?: string; findingId?: string }
  /** The term base; `termId` is the one picked, `inconsistent` shows inconsistent renderings. */
  | { view: 'terms'; surveyId?: string; termId?: string; inconsistent?: true }
  /** Annotations of a survey's papers, or of all. */
  | { view: 'annotations'; surveyId?: string }
  | {
      view: 'reader';
      paperId: string;
      sha256?: string;
      annotationId?: string;
      /** 1-based. */
      page?: number;
      passageId?: string;
      findingId?: string;
      /** Words of `page` to draw: stretches of its text, `12-20_40-48`. */
      hit?: string;
    }
  | { view: 'search'; query: string }
  /** Notes on nothing in particular, or with `surveyId` a survey's own. */
  | { view: 'notes'; noteId?: string; surveyId?: string; passageId?: string }
  /** A matrix, or the list of them. */
  | { view: 'matrix'; matrixId?: string; surveyId?: string }
  /** An outline for writing, or the list of them. */
  | { view: 'outline'; outlineId?: string; surveyId?: string }
  /** Everything a finding rests on, side by side. */
  | { view: 'evidence'; findingId: string };

/** The start. */
export const HOME: Route = { view: 'library' };

const query = (values: Record<string, string | number | undefined>): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) if (value !== undefined) search.set(key, String(value));
  const text = search.toString();
  return text && `?${text}`;
};

/** One more step of the path, where there is one. */
const step = (id: string | undefined): string => (id ? `/${encodeURIComponent(id)}` : '');

/** The route as the address's hash: `#/reader/<paperId>?page=3`. */
export function formatRoute(route: Route): string {
  if (route.view === 'library') {
    return `#/library${query({ survey: route.surveyId, collection: route.collectionId, trash: route.trash ? 1 : undefined, paper: route.paperId })}`;
  }
  if (route.view === 'survey') {
    return `#/survey/${encodeURIComponent(route.surveyId)}${query({ show: route.show, block: route.blockId, finding: route.findingId })}`;
  }
  if (route.view === 'findings') return `#/findings${query({ survey: route.surveyId, finding: route.findingId })}`;
  if (route.view === 'terms')
    return `#/terms${query({ survey: route.surveyId, term: route.termId, inconsistent: route.inconsistent ? 1 : undefined })}`;
  if (route.view === 'annotations') return `#/annotations${query({ survey: route.surveyId })}`;
  if (route.view === 'search') return `#/search${query({ q: route.query || undefined })}`;
  if (route.view === 'notes') {
    return `#/notes${step(route.noteId)}${query({ survey: route.surveyId, passage: route.passageId })}`;
  }
  if (route.view === 'matrix') return `#/matrix${step(route.matrixId)}${query({ survey: route.surveyId })}`;
  if (route.view === 'outline') return `#/outline${step(route.outlineId)}${query({ survey: route.surveyId })}`;
  if (route.view === 'evidence') return `#/evidence/${encodeURIComponent(route.findingId)}`;
  const { paperId, sha256, annotationId, page, passageId, findingId, hit } = route;
  const rest = { file: sha256, page, annotation: annotationId, passage: passageId, finding: findingId, hit };
  return `#/reader/${encodeURIComponent(paperId)}${query(rest)}`;
}

const defined = <T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** Reads a hash; anything that is no route is the start. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?');
  const [, view, id] = path.split('/');
  const from = new URLSearchParams(search);
  const key = id ? decoded(id) : '';
  if (view === 'survey' && key) {
    return {
      view,
      surveyId: key,
      ...defined({
        show: from.get('show') === 'findings' ? ('findings' as const) : null,
        blockId: from.get('block'),
        findingId: from.get('finding'),
      }),
    };
  }
  if (view === 'findings') {
    return { view, ...defined({ surveyId: from.get('survey'), findingId: from.get('finding') }) };
  }
  if (view === 'terms')
    return {
      view,
      ...defined({
        surveyId: from.get('survey'),
        termId: from.get('term'),
        inconsistent: from.get('inconsistent') === '1' ? (true as const) : null,
      }),
    };
  if (view === 'search') return { view, query: from.get('q') ?? '' };
  const ofSurvey = defined({ surveyId: from.get('survey') });
  if (view === 'notes')
    return { view, ...defined({ noteId: key || null, passageId: from.get('passage') }), ...ofSurvey };
  if (view === 'matrix') return { view, ...defined({ matrixId: key || null }), ...ofSurvey };
  if (view === 'outline') return { view, ...defined({ outlineId: key || null }), ...ofSurvey };
  if (view === 'evidence' && key) return { view, findingId: key };
  if (view === 'reader' && key) {
    const page = Number(from.get('page'));
    return {
      view,
      paperId: key,
      ...defined({
        sha256: from.get('file'),
        page: Number.isInteger(page) && page >= 1 ? page : null,
        annotationId: from.get('annotation'),
        passageId: from.get('passage'),
        findingId: from.get('finding'),
        hit: from.get('hit'),
      }),
    };
  }
  if (view === 'annotations') return { view, ...defined({ surveyId: from.get('survey') }) };
  return {
    view: 'library',
    ...defined({
      surveyId: from.get('survey'),
      collectionId: from.get('collection'),
      trash: from.get('trash') === '1' ? (true as const) : null,
      paperId: from.get('paper'),
    }),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Do both show the same document or list, whatever they point at in it? */
export function isSamePlace(a: Route, b: Route): boolean {
  switch (a.view) {
    case 'library':
      return (
        b.view === 'library' && a.surveyId === b.surveyId && a.collectionId === b.collectionId && a.trash === b.trash
      );
    case 'survey':
    case 'annotations':
    case 'findings':
    case 'terms':
      return b.view === a.view && a.surveyId === b.surveyId;
    case 'search':
      return b.view === 'search';
    case 'reader':
      return b.view === 'reader' && a.paperId === b.paperId && (!a.sha256 || !b.sha256 || a.sha256 === b.sha256);
    case 'notes':
      return b.view === 'notes' && a.noteId === b.noteId && a.surveyId === b.surveyId;
    case 'matrix':
      return b.view === 'matrix' && a.matrixId === b.matrixId;
    case 'outline':
      return b.view === 'outline' && a.outlineId === b.outlineId;
    case 'evidence':
      return b.view === 'evidence' && a.findingId === b.findingId;
  }
}
