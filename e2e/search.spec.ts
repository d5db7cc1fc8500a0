// Searching everything: what is typed is found in pages, notes and findings of both languages, and opened in its place.
import { expect, test } from './fixtures.ts';
import { Search } from './pages/search.ts';

const MODEL = 'A Retrieval Model of Marginal Notes';

test('words are found as they are typed, walked through by keys, and drawn on the page they stand on', async ({
  glossa,
}) => {
  const search = new Search(glossa.page);
  await search.open();
  await search.ask('water-filling');
  await expect(search.of(MODEL)).toBeVisible();
  await expect(glossa.page.getByText('Index up to date')).toBeVisible();
  await glossa.page.keyboard.press('ArrowDown');
  await expect(search.results.locator('[data-hit]').first()).toBeFocused();
  await search.facet(/^Page/).click();
  await expect(search.field).toHaveValue('water-filling kind:page');
  await expect(search.hit('Page · p. 1').first()).toBeVisible();
  await search.field.press('Enter');
  await expect(search.results.locator('[data-hit]').first()).toBeFocused();
  await glossa.page.keyboard.press('Enter');
  await expect(search.drawn).toBeVisible();
  await expect(glossa.page.locator('.page canvas').first()).toBeVisible();
  await glossa.page.goBack();
  await expect(search.field).toHaveValue('water-filling kind:page');
});

test('a search crosses into the other language by the reader’s own pairs, and one click keeps it at home', async ({
  glossa,
}) => {
  const { page } = glossa;
  const search = new Search(page);
  await page.evaluate(() =>
    fetch('/rpc/terms/create', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: { primary: 'concave', secondary: '凹的' } }),
    }),
  );
  await search.open();
  await search.ask('凹的');
  await expect(search.of(MODEL).getByText('凹的 → concave').first()).toBeVisible();
  await page.getByRole('button', { name: 'Both languages' }).click();
  await expect(search.of(MODEL)).toBeHidden();
  await expect(search.of('Terms')).toBeVisible();
});

test('a search is kept, taken up again, and its removal taken back', async ({ glossa }) => {
  const { page } = glossa;
  const search = new Search(page);
  await search.open();
  await search.ask('twelve words');
  await expect(search.results).toContainText('twelve');
  await page.getByRole('button', { name: 'Keep this search' }).click();
  await search.ask('');
  await search.facet('twelve words').first().click();
  await expect(search.field).toHaveValue('twelve words');
  await page.getByRole('button', { name: 'Remove “twelve words”' }).click();
  await expect(search.facet('twelve words').first()).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(search.facet('twelve words').first()).toBeVisible();
});

test('the palette finds findings and notes, and leads on to the whole search', async ({ glossa }) => {
  const { page } = glossa;
  await page.getByRole('row').filter({ hasText: 'Glosses at the Margin' }).waitFor();
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('searchbox').or(page.getByRole('combobox')).last().waitFor();
  await page.keyboard.type('second-language readers');
  const item = page.getByRole('menuitem', { name: /twice as large/ }).first();
  await expect(item).toBeVisible();
  await page.getByRole('menuitem', { name: /Search everything for/ }).click();
  await expect(new Search(page).field).toHaveValue('second-language readers');
});
