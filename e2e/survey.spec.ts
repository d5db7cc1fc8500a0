// A survey as a living document.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Survey } from './pages/survey.ts';

const SURVEY = 'Marginal Notes and Comprehension';
const FINDING = 'The advantage was twice as large';

test('a paper’s card opens the reader, and Back comes back to the place in the text', async ({ glossa }) => {
  const { page } = glossa;
  const survey = new Survey(page);
  await survey.open(SURVEY);
  await survey.openPaper('Marginal Glosses and the Expert Reader');
  await expect(page.locator('.page canvas').first()).toBeVisible();
  await expect(page).toHaveTitle(/^Marginal Glosses and the Expert Reader/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Do Experts Profit as Well?' })).toBeInViewport();
});

test('the badge of a finding leads to its evidence in the page', async ({ glossa }) => {
  const survey = new Survey(glossa.page);
  await survey.open(SURVEY);
  await survey.followEvidence(FINDING);
  await expect(glossa.page.locator('.page canvas').first()).toBeVisible();
  await expect(glossa.page.locator('[data-annotation]').first()).toBeInViewport();
});

test('the export of the window has the very bytes that were imported', async ({ glossa }) => {
  const survey = new Survey(glossa.page);
  await survey.open(SURVEY);
  const bytes = await survey.export();
  expect(bytes.equals(await readFile(join(import.meta.dirname, '../resources/sample/survey.md')))).toBe(true);
});

test('a survey moved to the trash comes back with Undo', async ({ glossa }) => {
  const { page } = glossa;
  await new Survey(page).open(SURVEY);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  const link = page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: SURVEY });
  await expect(link).toBeHidden();
  await new App(page).undoFromToast();
  await expect(link).toBeVisible();
});
