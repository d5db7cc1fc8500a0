// A survey edited: in its Markdown, by its coverage, beside its file, and before it is taken in.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Survey } from './pages/survey.ts';

const SURVEY = 'Marginal Notes and Comprehension';
const FINDING = 'The number of passages a reader highlighted did not predict comprehension.';
const EDITED = 'The number of passages a reader highlighted predicted nothing.';

type Finding = { id: string; primary: string; evidence: unknown[] };

test('the Markdown is edited beside its preview, saved, and the finding keeps its evidence', async ({ glossa }) => {
  const { page } = glossa;
  const survey = new Survey(page);
  await survey.open(SURVEY);
  const before = await survey.export();
  await survey.edit();
  await survey.replaceInEditor(FINDING, `${EDITED} And $x^2$ is a formula.`);
  await expect(survey.preview.getByText(EDITED)).toBeVisible();
  await expect(survey.preview.locator('.katex').filter({ hasText: 'x' }).first()).toBeVisible();
  await survey.done();
  await expect(page.getByRole('listitem').filter({ hasText: EDITED })).toBeVisible();
  const finding = (await glossa.cli<Finding[]>('list', 'findings')).find(({ primary }) => primary.startsWith(EDITED));
  expect(finding?.evidence).toHaveLength(2);
  const text = before.toString();
  expect((await survey.export()).toString()).toBe(text.replace(FINDING, () => `${EDITED} And $x^2$ is a formula.`));
  await new App(page).undo();
  await expect(page.getByRole('listitem').filter({ hasText: FINDING })).toBeVisible();
  expect((await survey.export()).equals(before)).toBe(true);
});

test('the coverage names what is missing, and one press leads to its cure', async ({ glossa }) => {
  const { page } = glossa;
  const survey = new Survey(page);
  await survey.open(SURVEY);
  await survey.showCoverage();
  const id = (await glossa.cli<{ id: string; title: string }[]>('list', 'surveys'))[0]?.id ?? '';
  const lines = await glossa.cli<{ rule: string }[]>('lint', 'survey', id);
  const missing = lines.filter(({ rule }) => rule === 'side-missing').length;
  await expect(survey.coverage.getByText('In one language only')).toContainText(String(missing));
  await survey.coverage
    .getByRole('button', { name: /^Write it: / })
    .first()
    .click();
  await expect(page).toHaveURL(/finding=/);
});

test('a file changed outside is set beside the survey, taken in, and neither was overwritten', async ({
  glossa,
  folder,
}) => {
  const { page } = glossa;
  const survey = new Survey(page);
  await survey.open(SURVEY);
  const file = join(folder, 'post.md');
  const original = (await survey.export()).toString();
  await writeFile(file, original);
  const id = (await glossa.cli<{ id: string }[]>('list', 'surveys'))[0]?.id ?? '';
  await glossa.cli('link', 'survey', id, file);
  const outside = original.replace('## Introduction', '## Introduction, rewritten');
  await writeFile(file, outside);
  await page.reload();
  await page.getByRole('button', { name: 'File changed outside' }).click();
  await expect(page.getByRole('dialog').getByText('## Introduction, rewritten')).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe(outside);
  await page.getByRole('button', { name: 'Take into the survey' }).click();
  await expect(page.getByText('The file says what the survey says.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('heading', { name: 'Introduction, rewritten' })).toBeVisible();
  expect((await survey.export()).toString()).toBe(outside);
});

test('an import is set right before it is written, and a later revision updates its survey', async ({
  glossa,
  folder,
}) => {
  const { page } = glossa;
  const app = new App(page);
  const post = `---
title: Two works
---
## One
> Paper: [Learning to read margins with networks](https://a.org/1)

- a first claim

## References
1. Hill, Bo. "Learning to read the margins with networks." Notes 1 (2020): 1-2.
`;
  const file = join(folder, 'two.md');
  await writeFile(file, post);
  await app.drop(file, page.locator('body'));
  const dialog = page.getByRole('dialog', { name: 'Import a survey' });
  await dialog.getByRole('tab', { name: /^Alike/ }).click();
  await dialog.getByRole('button', { name: 'The same work' }).click();
  await expect(dialog.getByRole('tab', { name: /^Papers/ })).toContainText('1');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Two works' })).toBeVisible();
  expect(await glossa.cli<unknown[]>('list', 'surveys')).toHaveLength(2);

  await writeFile(file, post.replace('- a first claim', '- a first claim, made sharper\n- a second claim'));
  await app.drop(file, page.locator('body'));
  await expect(dialog.getByText('A later revision of “Two works”')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'a second claim' })).toBeVisible();
  expect(await glossa.cli<unknown[]>('list', 'surveys')).toHaveLength(2);
  const findings = await glossa.cli<Finding[]>('list', 'findings');
  expect(findings.filter(({ primary }) => primary.startsWith('a ')).map(({ primary }) => primary)).toEqual([
    'a first claim, made sharper',
    'a second claim',
  ]);
});
