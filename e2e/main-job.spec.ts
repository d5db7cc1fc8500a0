// The first thing that must always work: import the survey, bring in PDFs, read, highlight, link to a finding, write the
// two-language note, close, reopen: all there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Notes } from './pages/notes.ts';
import { Reader } from './pages/reader.ts';

const SAMPLE = join(import.meta.dirname, '../resources/sample');
const TITLE = 'Glosses at the Margin';
const SENTENCE = 'The advantage was twice as large for second-language readers as for first-language readers.';

type ListedPaper = { id: string; title: string; files: { sha256: string }[] };
type ListedAnnotation = { id: string; anchor: { quote: string; rawQuote: string } };
type ListedFinding = { primary: string; evidence: { stance: string; quote: string }[] };
type ListedNote = { passages: { primary: string; secondary: string; annotationIds: string[] }[] };

test.use({ beginning: 'empty' });
test.setTimeout(150_000);

test('the main job, with a restart in the middle', async ({ glossa }) => {
  let app = new App(glossa.page);
  await app.importSurvey(join(SAMPLE, 'survey.md'));
  await app.addPdfs(
    ['glosses-at-the-margin.pdf', 'bilingual-notes-eye-tracking.pdf'].map((name) => join(SAMPLE, 'papers', name)),
  );
  const withPdf = async () =>
    (await glossa.cli<ListedPaper[]>('list', 'papers')).filter((paper) => paper.files.length > 0);
  await expect.poll(async () => (await withPdf()).length, { timeout: 40_000 }).toBe(2);
  const paper = (await withPdf()).find(({ title }) => title.startsWith(TITLE));
  expect(paper, 'the PDF went to the paper the survey names').toBeDefined();

  await app.openLibrary();
  await app.read(TITLE);
  let reader = new Reader(glossa.page, paper?.files[0]?.sha256 ?? '');

  // Mark the words and tie them to the survey's finding, with one key and a picker.
  await reader.select(1, SENTENCE);
  expect(await reader.copied()).toBe(SENTENCE);
  await reader.linkTo('twice as large');
  const findings = async () =>
    (await glossa.cli<ListedFinding[]>('list', 'findings')).filter((finding) => finding.evidence.length > 0);
  await expect
    .poll(findings)
    .toMatchObject([{ primary: SENTENCE, evidence: [{ stance: 'supports', quote: SENTENCE }] }]);

  // The note in two languages, beside the page.
  await reader.tab('Notes').click();
  const notes = new Notes(glossa.page);
  const last = await notes.add();
  await notes.write('English', last, 'Twice the gain in a second language: $+19.1$ against $+9.5$.');
  await notes.write('Chinese', last, '第二语言读者的获益是母语读者的两倍。');
  await glossa.page.keyboard.press('Escape');
  const passages = async () => (await glossa.cli<ListedNote[]>('list', 'notes')).flatMap((note) => note.passages);
  await expect
    .poll(passages)
    .toContainEqual(expect.objectContaining({ secondary: '第二语言读者的获益是母语读者的两倍。' }));

  await glossa.restart('kill');
  app = new App(glossa.page);
  await app.openLibrary();
  await app.read(TITLE);
  reader = new Reader(glossa.page, reader.sha256);

  const kept = await glossa.cli<ListedAnnotation[]>('list', 'annotations');
  expect(kept).toMatchObject([{ anchor: { quote: SENTENCE } }]);
  expect(kept[0]?.anchor.rawQuote, 'as printed: over several lines').toContain('\n');
  await expect(
    glossa.page.getByRole('paragraph').filter({ hasText: '第二语言读者的获益是母语读者的两倍。' }),
  ).toBeVisible();
  await expect(glossa.page.locator('.katex').first()).toBeVisible();

  // Evidence opens the page at the words; the mark there shows its finding.
  await reader.tab('Findings').click();
  await glossa.page
    .getByRole('button', { name: /^Show in the page/ })
    .first()
    .click();
  await reader.click(1, SENTENCE.slice(0, 30));
  await expect(glossa.page.getByRole('dialog', { name: /^Mark/ })).toContainText('twice as large');
  await glossa.page.keyboard.press('Escape');

  // Undo survived the restart, and says what it takes back.
  await app.undo();
  await expect.poll(async () => (await passages()).some(({ secondary }) => secondary.includes('两倍'))).toBe(false);
  await app.redo();
  await expect.poll(async () => (await passages()).some(({ secondary }) => secondary.includes('两倍'))).toBe(true);

  const [survey] = await glossa.cli<{ id: string }[]>('list', 'surveys');
  const out = join(glossa.libraryDir, '..', 'out.md');
  await glossa.cli('export', 'survey', survey?.id ?? '', '-o', out);
  expect(readFileSync(out).equals(readFileSync(join(SAMPLE, 'survey.md')))).toBe(true);
});
