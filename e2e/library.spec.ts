// The library: finding papers in it, bringing PDFs in, the trash.
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';

const PAPERS = join(import.meta.dirname, '../resources/sample/papers');
const WITHOUT_PDF = 'Ready-Made Glosses';
const TITLE = 'Glosses at the Margin';

type Listed = { id: string; title: string; files: unknown[] };

test('the filter finds a paper by its authors and year, and says how many fit', async ({ glossa }) => {
  const app = new App(glossa.page);
  await app.filter('quennell 2029');
  await expect(app.row(TITLE)).toBeVisible();
  await expect(app.row(WITHOUT_PDF)).toBeHidden();
  await expect(glossa.page.getByText('1 of 6 papers')).toBeVisible();
});

test('a removed paper waits in the trash and comes back with all it had', async ({ glossa }) => {
  const app = new App(glossa.page);
  await app.trash(TITLE);
  await expect(app.row(TITLE)).toBeHidden();
  await app.openTrash();
  await app.restore(TITLE);
  await app.openLibrary();
  await app.read(TITLE);
  await expect(glossa.page.getByRole('tab', { name: /^Annotations/ })).toContainText('8');
});

test('a paper without a PDF gets the one that is dropped on it', async ({ glossa }) => {
  const app = new App(glossa.page);
  const paper = async () =>
    (await glossa.cli<Listed[]>('list', 'papers')).find((each) => each.title.startsWith(WITHOUT_PDF));
  await app.openReader((await paper())?.id ?? '');
  const place = glossa.page.getByText(/^Drop its PDF here/);
  await app.drop(join(PAPERS, 'glosses-at-the-margin.pdf'), place);
  await expect.poll(async () => (await paper())?.files.length, { timeout: 20_000 }).toBe(1);
  await expect(glossa.page.locator('.page canvas').first()).toBeVisible();
});

test.describe('on an empty library', () => {
  test.use({ beginning: 'empty' });

  test('a PDF dropped anywhere becomes a paper', async ({ glossa }) => {
    const app = new App(glossa.page);
    await app.drop(join(PAPERS, 'bilingual-notes-eye-tracking.pdf'), glossa.page.getByRole('main'));
    await expect(app.row('双语旁注的排布方式')).toBeVisible({ timeout: 20_000 });
  });

  test('a survey dropped anywhere is shown before it is imported', async ({ glossa }) => {
    const app = new App(glossa.page);
    await app.drop(join(PAPERS, '../survey.md'), glossa.page.getByRole('main'));
    const dialog = glossa.page.getByRole('dialog', { name: 'Import a survey' });
    await expect(dialog).toContainText('This is what Glossa understood');
    await glossa.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await glossa.cli<unknown[]>('list', 'surveys')).toEqual([]);
  });
});
