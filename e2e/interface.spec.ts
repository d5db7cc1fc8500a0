// The interface: both languages, themes, the palette, and input methods left in peace.
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';

test.setTimeout(90_000);

const LATIN = /[A-Za-z]{3,}/;

test('the language of the interface is one choice away and is kept', async ({ glossa }) => {
  const { page } = glossa;
  await page.getByRole('button', { name: 'Settings' }).click();
  await page
    .getByRole('menuitemradio', { name: '简体中文' })
    .or(page.getByRole('menuitem', { name: '简体中文' }))
    .first()
    .click();
  await expect(page.getByRole('button', { name: '设置' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.reload();
  await expect(page.getByRole('button', { name: '设置' })).toBeVisible();
  // No control is left in the other language; titles and names of papers are the user's own.
  const names = await page
    .getByRole('button')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  expect(names.filter((name) => LATIN.test(name.replace(/PDFs?|Markdown|Glossa|Ctrl|\[Reading\].*/g, '')))).toEqual([]);
});

test('the palette finds papers and commands by their words', async ({ glossa }) => {
  const { page } = glossa;
  await expect(page.getByText('Glosses at the Margin').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('eye');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('dark');
  await page.getByRole('option').or(page.getByRole('menuitem')).first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('nothing is saved or triggered while an input method is composing', async ({ glossa }) => {
  const { page } = glossa;
  await new App(page).read('Glosses at the Margin');
  const field = page.getByLabel(/^Chinese, passage 2/);
  await field.focus();
  const before = await field.inputValue();
  const session = await page.context().newCDPSession(page);
  await page.keyboard.press('ControlOrMeta+End');
  await session.send('Input.imeSetComposition', { text: 'pangzhu', selectionStart: 7, selectionEnd: 7 });
  await page.waitForTimeout(1200);
  type Notes = { passages: { secondary: string }[] }[];
  const stored = async () =>
    (await glossa.cli<Notes>('list', 'notes')).flatMap(({ passages }) => passages.map(({ secondary }) => secondary));
  expect((await stored()).some((text) => text.includes('pangzhu'))).toBe(false);
  await session.send('Input.insertText', { text: '旁注' });
  await page.keyboard.press('Escape');
  await expect.poll(stored).toContain(`${before}旁注`);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(stored).toContain(before);
});
