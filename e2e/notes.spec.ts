// Notes: two languages side by side, passage by passage.
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Notes } from './pages/notes.ts';

const PAPER = 'Marginal Glosses and the Expert Reader';

type Listed = { passages: { primary: string; secondary: string }[] }[];

test('a passage in two languages shows its formulas, and is there after a restart', async ({ glossa }) => {
  await new App(glossa.page).read(PAPER);
  const notes = new Notes(glossa.page);
  const number = await notes.add();
  await notes.write('English', number, 'The bound is $\\sqrt{x_i}$.');
  await notes.write('Chinese', number, '上界为 $\\sqrt{x_i}$。**粗体（bold）**仍是粗体。');
  await glossa.page.keyboard.press('Escape');
  await expect(notes.passage(number).locator('.katex')).toHaveCount(2);
  await expect(notes.passage(number).locator('strong')).toHaveText('粗体（bold）');
  await glossa.restart('kill');
  await new App(glossa.page).read(PAPER);
  await expect(new Notes(glossa.page).passage(number).locator('.katex')).toHaveCount(2);
});

test('the side that was left behind says so, until one says that it still holds', async ({ glossa }) => {
  const app = new App(glossa.page);
  await app.read(PAPER);
  const notes = new Notes(glossa.page);
  await expect(notes.staleMark(4)).toBeVisible();
  await notes.sayStillRight(4);
  await expect(notes.staleMark(4)).toBeHidden();
  await app.undo();
  await expect(notes.staleMark(4)).toBeVisible();
});

test('passages move and go by key, the focus stays with the notes, and Undo brings a passage back', async ({
  glossa,
}) => {
  const app = new App(glossa.page);
  await app.read(PAPER);
  const notes = new Notes(glossa.page);
  const order = async () =>
    (await glossa.cli<Listed>('list', 'notes'))
      .map(({ passages }) => passages.map(({ primary, secondary }) => (primary || secondary).slice(0, 12)))
      .find((all) => all.some((text) => text.startsWith('Sixty')));
  const before = (await order()) ?? [];
  await notes.move(3, 'up');
  await expect.poll(order).toEqual([before[0], before[2], before[1], before[3]]);
  await app.undo();
  // Undo in a field is the field's own; the passage's is asked for outside of it.
  await glossa.page.keyboard.press('Escape');
  await app.undo();
  await expect.poll(order).toEqual(before);
  await notes.remove(2);
  await expect.poll(order).toEqual([before[0], before[2], before[3]]);
  await expect(notes.passage(2)).toBeFocused();
  await app.undoFromToast();
  await expect.poll(order).toEqual(before);
});
