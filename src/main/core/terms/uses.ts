// Where a term is used: in notes, findings and surveys at once, in papers file by file.
import { findForms, formsOf, formKey, type Form, type FormHit } from '#shared/term-forms.ts';
import type { Term, TermUse } from '#shared/terms.ts';
import { fold } from '#shared/text/fold.ts';
import type { PageWords } from '#shared/text/words.ts';
import type { Place, Side } from '#shared/values.ts';
import { wordsJson } from '../files/index.ts';
import type { Reader, Services } from '../kinds.ts';
import { getTerm } from './sql.ts';
import { writtenTexts } from './written.ts';

/** UTF-16 units shown around a use. */
const CONTEXT = 60;
/** So many uses of one file or survey: who has seen these knows it is used there. */
const MOST_A_FILE = 200;
/** One answer takes about so long, then `next` says where to go on. Milliseconds. */
const ANSWER_MS = 250;

type Uses = { uses: TermUse[]; next: number | null; searched: number; total: number };

/** The uses of a term, a stretch of files at a time; `after` 0 begins with what the user wrote. */
export async function findUses(
  core: Services,
  termId: string,
  after: number,
  paperId: string | undefined,
): Promise<Uses> {
  const term = getTerm(core.db, termId);
  const forms = formsOf(term);
  const uses = after === 0 && !paperId ? writtenUses(core.db, forms) : [];
  const files = filesOf(core.db, paperId);
  const end = core.clock() + ANSWER_MS;
  let at = after;
  while (at < files.length && (at === after || core.clock() < end)) {
    const file = files[at];
    if (file) uses.push(...(await usesInFile(core, file, forms)));
    at += 1;
  }
  return { uses, next: at < files.length ? at : null, searched: at, total: files.length };
}

type FileRow = { sha256: string; paper_id: string; title: string };

const filesOf = (db: Reader, paperId: string | undefined): FileRow[] =>
  db.all<FileRow>(
    `SELECT file.sha256, min(paper.id) AS paper_id, paper.title FROM file
     JOIN paper_file ON file_id = file.id JOIN paper ON paper.id = paper_id
     WHERE paper.deleted_at IS NULL AND file.state = 'ready' ${paperId ? 'AND paper.id = ?' : ''}
     GROUP BY file.id ORDER BY paper.title COLLATE NOCASE, file.id`,
    ...(paperId ? [paperId] : []),
  );

async function usesInFile(
  core: Services,
  { sha256, paper_id, title }: FileRow,
  forms: readonly Form[],
): Promise<TermUse[]> {
  const json = await wordsJson(core, sha256);
  if (json === undefined) return [];
  const keys = forms.map(({ text }) => formKey(text));
  const uses: TermUse[] = [];
  for (const page of JSON.parse(json) as PageWords[]) {
    // Most pages have none: that is told without the way back to each letter.
    const plain = fold(page.text, { spaces: 'none', hyphens: 'none' });
    if (!keys.some((key) => plain.includes(key))) continue;
    for (const hit of findForms(page.text, forms)) {
      const place: Place = { paperId: paper_id, sha256, page: page.page };
      uses.push(asUse(page.text, hit, { kind: 'paper', place, title, pageLabel: page.label }));
      if (uses.length >= MOST_A_FILE) return uses;
    }
  }
  return uses;
}

function writtenUses(db: Reader, forms: readonly Form[]): TermUse[] {
  const uses: TermUse[] = [];
  for (const { kind, place, title, primary, secondary } of writtenTexts(db, {})) {
    const sides: [Side, string][] = [
      ['primary', primary],
      ['secondary', secondary],
    ];
    for (const [, text] of sides) {
      for (const hit of findForms(text, forms)) uses.push(asUse(text, hit, { kind, place, title, pageLabel: '' }));
    }
  }
  const surveys = db.all<{ id: string; title: string; text: string }>(
    'SELECT id, title, text FROM survey WHERE deleted_at IS NULL ORDER BY title',
  );
  for (const { id, title, text } of surveys) {
    for (const hit of findForms(text, forms).slice(0, MOST_A_FILE)) {
      uses.push(asUse(text, hit, { kind: 'survey', place: { surveyId: id }, title, pageLabel: '' }));
    }
  }
  return uses;
}

const asUse = (
  text: string,
  { start, end, form }: FormHit,
  where: Pick<TermUse, 'kind' | 'place' | 'title' | 'pageLabel'>,
): TermUse => ({
  ...where,
  side: form.side,
  form: form.text,
  before: flat(text.slice(Math.max(0, start - CONTEXT), start)),
  match: text.slice(start, end),
  after: flat(text.slice(end, end + CONTEXT)),
});

const flat = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\uDC00-\uDFFF]/u, '')
    .replace(/[\uD800-\uDBFF]$/u, '');

/** The forms of a term on one side, in use or to be replaced. */
export const formsOn = (term: Term, side: Side, isDeprecated: boolean): Form[] =>
  formsOf(term).filter((form) => form.side === side && (form.status === 'deprecated') === isDeprecated);
