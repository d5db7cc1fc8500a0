// Two languages and their evidence, as one story: write with an input method, split and join, age, compare, outline.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Notes } from './pages/notes.ts';

test.setTimeout(240_000);

const PAPER = 'Glosses at the Margin';
type Listed = { passages: { primary: string; secondary: string }[] }[];

/** Composes a word as an input method does: letters first, then what they stand for. */
async function compose(page: Page, letters: string, word: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (let end = 1; end <= letters.length; end += 1) {
    await session.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
  }
  await session.send('Input.insertText', { text: word });
}

test('a note is written in two languages, split, joined, moved, aged and taken back, over a restart', async ({
  glossa,
}) => {
  const app = new App(glossa.page);
  await app.read(PAPER);
  let notes = new Notes(glossa.page);
  const texts = async () =>
    (await glossa.cli<Listed>('list', 'notes')).flatMap(({ passages }) =>
      passages.map(({ primary, secondary }) => `${primary}|${secondary}`),
    );
  const before = await texts();
  const number = await notes.add();
  await notes.write('English', number, 'Readers gloss. They return later.');
  await notes.field('Chinese', number).focus();
  // While a word is composed, neither the brackets' list nor a save nor a shortcut acts.
  await compose(glossa.page, 'duzhe', '读者作旁注。');
  await compose(glossa.page, 'tamen', '他们之后会回来。');
  await expect.poll(texts).toContain('Readers gloss. They return later.|读者作旁注。他们之后会回来。');

  // Split at the caret: the other language parts where its sentences do.
  await notes.field('English', number).focus();
  await glossa.page.keyboard.press('ControlOrMeta+Home');
  for (let i = 0; i < 'Readers gloss.'.length; i += 1) await glossa.page.keyboard.press('ArrowRight');
  await glossa.page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(notes.field('English', number + 1)).toBeFocused();
  await expect.poll(texts).toContain('They return later.|他们之后会回来。');
  // Backspace at the start joins again.
  await glossa.page.keyboard.press('Backspace');
  await expect.poll(texts).toContain('Readers gloss. They return later.|读者作旁注。他们之后会回来。');

  // A link by typing, and a task to tick.
  await notes.write('English', number, ' See [[expert');
  await expect(glossa.page.getByRole('listbox', { name: 'Links' })).toBeVisible();
  await glossa.page.keyboard.press('Enter');
  await glossa.page.keyboard.insertText('\n\n- [ ] read again');
  await glossa.page.keyboard.press('Escape');
  const passage = notes.passage(number);
  await passage.getByRole('checkbox').click();
  await expect.poll(async () => (await texts()).some((text) => text.includes('- [x] read again'))).toBe(true);
  await expect
    .poll(async () =>
      (await texts()).some((text) => /\(glossa:(paper|finding|annotation)\/[0-9a-f-]{36}(#[0-9a-z]+)?\)/.test(text)),
    )
    .toBe(true);

  // Everything is taken back, step by step, also after the program was killed.
  await glossa.restart('kill');
  const again = new App(glossa.page);
  await again.read(PAPER);
  notes = new Notes(glossa.page);
  await expect(notes.passage(number)).toBeVisible();
  for (let i = 0; i < 12 && JSON.stringify(await texts()) !== JSON.stringify(before); i += 1) {
    await glossa.cli('undo');
  }
  expect(await texts()).toEqual(before);
});

test('a stale side says what changed, an earlier version comes back, and pasted text is aligned', async ({
  glossa,
}) => {
  const { page } = glossa;
  await new App(page).read('Marginal Glosses and the Expert Reader');
  const notes = new Notes(page);
  const stale = notes.passage(4);
  await stale.getByRole('button', { name: 'What changed' }).click();
  await expect(stale.locator('ins').first()).toBeVisible();
  await stale.getByRole('button', { name: 'More for this passage' }).click();
  await page.getByRole('menuitem', { name: 'Earlier versions: English' }).click();
  await page.getByRole('button', { name: 'Take this version back' }).click();
  await expect(notes.staleMark(4)).toBeVisible();

  const number = await notes.add();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Readers gloss more.\n读者写更多旁注。\n\nThey return 48 times.\n他们回来 48 次。');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole('button', { name: 'Insert 2 passages' }).click();
  await expect(notes.field('Chinese', number + 1)).toHaveValue('他们回来 48 次。');
  await expect(notes.field('English', number)).toHaveValue('Readers gloss more.');

  // Moved away to another note, and back by the toast.
  await notes.passage(number).hover();
  await notes.passage(number).getByRole('button', { name: 'More for this passage' }).click();
  await page.getByRole('menuitem', { name: 'Move to another note…' }).click();
  await page.getByRole('combobox', { name: 'Paper, survey or note' }).fill('Retrieval');
  await page.keyboard.press('Enter');
  await expect(notes.field('English', number)).toHaveValue('They return 48 times.');
  await new App(page).undoFromToast();
  await expect(notes.field('English', number)).toHaveValue('Readers gloss more.');
});

test('a matrix is filled by keys in the Chinese interface, survives a restart, and each step is taken back', async ({
  glossa,
}) => {
  const open = async () => {
    await glossa.page.evaluate(() => {
      window.location.hash = '#/matrix';
    });
  };
  const { page } = glossa;
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await open();
  await page.getByRole('button', { name: '新建矩阵' }).first().click();
  await page.getByRole('textbox', { name: '中文标题' }).last().fill('旁注比较');
  await page.getByRole('button', { name: '创建' }).click();
  const cells = page.getByRole('gridcell');
  await cells.first().waitFor();
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^英语：/ })).toBeFocused();
  await page.keyboard.insertText('=60 experts');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: /^中文：/ })).toBeFocused();
  await compose(page, 'zhuanjia', '六十位专家');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('gridcell', { name: /数据|Data/ }).nth(1)).toBeFocused();
  type Matrices = { id: string }[];
  const exported = async () => {
    const [matrix] = await glossa.cli<Matrices>('list', 'matrices');
    return (await glossa.cli<{ text: string }>('export', 'matrix', matrix?.id ?? '', '--format', 'csv')).text;
  };
  await expect.poll(exported).toContain("'=60 experts");
  await expect.poll(exported).toContain('六十位专家');
  await glossa.restart('kill');
  await open();
  await glossa.page.getByRole('link', { name: '旁注比较' }).click();
  await expect(glossa.page.getByText('六十位专家')).toBeVisible();
  await glossa.page.getByRole('searchbox', { name: '筛选行' }).fill('六十');
  await expect(glossa.page.getByRole('row')).toHaveCount(2);
  await glossa.cli('undo');
  await expect.poll(exported).not.toContain('六十位专家');
  await glossa.cli('undo');
  await expect.poll(exported).not.toContain('experts');
  // What is taken back now is what is open.
  await glossa.page.getByRole('link', { name: '全部论文' }).click();
  await glossa.cli('undo');
  expect(await glossa.cli<Matrices>('list', 'matrices')).toEqual([]);
});

test('findings are ordered and nested for writing, and their evidence stands side by side', async ({ glossa }) => {
  const { page } = glossa;
  await page.evaluate(() => {
    window.location.hash = '#/outline';
  });
  await page.getByRole('button', { name: 'New outline' }).first().click();
  await page.getByRole('textbox', { name: 'Title in English' }).last().fill('Chapter');
  await page.getByRole('button', { name: 'Create' }).click();
  const items = page.getByRole('group', { name: /^Item \d+$/ });
  await items.first().waitFor();
  const finding = items.filter({ hasText: 'twice as large' });
  await finding.focus();
  await page.keyboard.press('Tab');
  await expect(finding).toHaveAttribute('data-depth', '2');
  await expect(finding).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(finding).toHaveAttribute('data-depth', '1');
  const [outline] = await glossa.cli<{ id: string }[]>('list', 'outlines');
  const { text } = await glossa.cli<{ text: string }>('export', 'outline', outline?.id ?? '', '--side', 'primary');
  expect(text).toMatch(/^# Chapter\n/);
  expect(text).toMatch(/> .+ \[@.+, p\. .+\]/);

  await finding.getByRole('button', { name: 'Evidence side by side' }).click();
  const panes = page.getByRole('group', { name: /^Evidence \d/ });
  await expect(panes).toHaveCount(4);
  await expect(panes.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(panes.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/reader\/.+annotation=/);
});
