// Reading PDFs made for the purpose: what is selected, found, followed and recovered.
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import type { Glossa } from './glossa.ts';
import { App } from './pages/app.ts';
import { Reader } from './pages/reader.ts';
import { SENTENCE, writeTestPdf } from './pdfs.ts';

const TITLE = 'Margins and What Became of Them';

test.use({ beginning: 'empty' });
test.setTimeout(120_000);

type Stored = { title: string; files: { sha256: string }[] };

/** The made document, open in the reader. */
async function open(glossa: Glossa, folder: string, more = 0) {
  const path = join(folder, 'margins.pdf');
  await writeTestPdf(path, { more });
  await glossa.cli('import', 'pdf', path);
  const [paper] = await glossa.cli<Stored[]>('list', 'papers');
  const app = new App(glossa.page);
  await app.read(TITLE);
  const reader = new Reader(glossa.page, paper?.files[0]?.sha256 ?? '');
  await reader.words(1).waitFor({ state: 'attached' });
  return { app, reader };
}

test('a sentence, three pages and a turned page are selected as they read; the caret does it by key', async ({
  glossa,
  folder,
}) => {
  const { reader } = await open(glossa, folder);
  const { page } = glossa;
  await reader.click(1, 'Scribes of old', 3);
  expect(await reader.copied()).toBe(SENTENCE);
  // What is lit touches no letter of the other column.
  const model = await reader.text(1);
  const lit = await reader.litBox(1);
  const other = model.blocks.find(({ start, end }) => model.text.slice(start, end).startsWith('Printers took'));
  expect(lit.right).toBeLessThan(other?.rect[0] ?? 0);

  // From the end of page 1 over page 2 into page 3.
  await reader.sheet(1).scrollIntoViewIfNeeded();
  await page.keyboard.press('Escape');
  await reader.selectAcross({ page: 1, words: 'ends far' }, { page: 3, words: 'stops for good' });
  const copied = await reader.copied();
  expect(copied).toMatch(/^ends far below in the middle of nowhere/);
  expect(copied).toMatch(/without a word of warning, it stops for good$/);

  // A page turned in the file, and the view turned besides.
  await page.keyboard.press('Shift+G');
  await page.keyboard.press('R');
  await reader.words(4).waitFor({ state: 'attached' });
  const turned = await reader.text(4);
  expect(turned.text).toContain('A page on its side is read by turning the book.');

  // By key alone.
  await page.keyboard.press('Shift+R');
  await page.keyboard.press('G');
  await page.keyboard.press('G');
  await page.keyboard.press('F7');
  await expect(reader.caret).toBeAttached();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Shift+ControlOrMeta+ArrowRight');
  await expect(reader.selectionBar).toBeVisible();
  expect((await reader.copied()).trim()).toBe('Scribes');
});

test('words are found over a line’s end and a page’s end, and a link leads there and back', async ({
  glossa,
  folder,
}) => {
  const { reader } = await open(glossa, folder);
  const { page } = glossa;
  await reader.find('wrote their information between');
  await expect(reader.findCount).toHaveText('1 of 1');
  await expect(reader.hit).toBeAttached();
  await reader.find('ends far below');
  await expect(reader.findCount).toHaveText('1 of 1');
  await reader.find('THE');
  await expect(reader.findCount).toHaveText(/^1 of [1-9]\d?$/);
  await page.getByRole('button', { name: 'Whole words' }).click();
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(reader.findCount).toHaveText('Not in this document');
  await page.keyboard.press('Escape');
  await expect(reader.findCount).toBeHidden();

  const pageBox = page.getByRole('textbox', { name: 'Page' });
  await reader.sheet(1).scrollIntoViewIfNeeded();
  await expect(pageBox).toHaveValue('1');
  // Closing the pane makes the page wider, and it is painted anew: a press that falls into that moment meets no link.
  await expect(async () => {
    await page.locator('.page[data-page-number="1"] .linkAnnotation a').click();
    await expect(pageBox).toHaveValue('3', { timeout: 4000 });
  }).toPass();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(pageBox).toHaveValue('1');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(pageBox).toHaveValue('3');
});

test('a locked file opens with its password alone, which is asked for again unless it is to be remembered', async ({
  glossa,
  folder,
}) => {
  const path = join(folder, 'locked.pdf');
  await writeTestPdf(path, { password: 'sesame' });
  await glossa.cli('import', 'pdf', path).catch(() => undefined);
  const [paper] = await glossa.cli<(Stored & { id: string })[]>('list', 'papers');
  const field = () => glossa.page.getByLabel('Password');
  const openPaper = async () => {
    await new App(glossa.page).openReader(paper?.id ?? '');
    await field().waitFor();
  };
  await openPaper();
  await field().fill('open up');
  await glossa.page.keyboard.press('Enter');
  await expect(glossa.page.getByText('That is not the password of this file.')).toBeVisible();
  await field().fill('sesame');
  await glossa.page.keyboard.press('Enter');
  await glossa.page.locator('.page canvas').first().waitFor();
  await glossa.restart();
  await openPaper();
  await glossa.page.getByText('Remember it in this library').click();
  await field().fill('sesame');
  await glossa.page.keyboard.press('Enter');
  await glossa.page.locator('.page canvas').first().waitFor();
  await glossa.restart();
  await new App(glossa.page).openReader(paper?.id ?? '');
  await glossa.page.locator('.page canvas').first().waitFor();
  const reader = new Reader(glossa.page, paper?.files[0]?.sha256 ?? '');
  expect((await reader.text(1)).text).toContain('Scribes of old');
});

test('a page that never gets painted is given up, and painted at the next try', async ({ glossa, folder }, {
  project,
}) => {
  test.skip(project.name !== 'web', 'reaches into the worker of the page');
  // Pages far away have not been asked of the worker yet.
  const { reader } = await open(glossa, folder, 30);
  const { page } = glossa;
  // As a hostile page would: the worker never answers again.
  const worker = page.workers().find((each) => each.url().includes('pdf'));
  void worker
    ?.evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await page.keyboard.press('Shift+G');
  const card = page.getByText('Painting it took too long and was stopped.').first();
  await expect(card).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(card).toBeHidden();
  await expect(reader.sheet(34).locator('canvas').first()).toBeVisible();
});
