// Two windows open on one library at once.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Notes } from './pages/notes.ts';
import { Reader } from './pages/reader.ts';

const PAPER = 'Glosses at the Margin';

type ListedPaper = { title: string; files: { sha256: string }[] };

test('two windows agree: marks and words made in one are in the other, and neither loses what both type', async ({
  glossa,
  watch,
}, { project }) => {
  test.skip(project.name !== 'web', 'the desktop shell has one window');
  const first = glossa.page;
  const second = await first.context().newPage();
  watch.follow(second, () => new URL(first.url()).origin);
  await second.goto(first.url());
  for (const page of [first, second]) await new App(page).read(PAPER);

  const paper = (await glossa.cli<ListedPaper[]>('list', 'papers')).find(({ title }) => title.startsWith(PAPER));
  const reader = new Reader(first, paper?.files[0]?.sha256 ?? '');
  const marks = (page: Page) => page.locator('.page[data-page-number="1"] [data-annotation]');
  const before = await marks(second).count();
  await first.bringToFront();
  await reader.select(1, 'Scribes wrote glosses between the lines of manuscripts');
  await first.keyboard.press('3');
  await expect(marks(second)).toHaveCount(before + 1);

  const [mine, theirs] = [new Notes(first), new Notes(second)];
  await mine.write('English', 2, ' From the first.');
  await expect(theirs.field('English', 2)).toHaveValue(/From the first\.$/);

  // A save that would overwrite the other window's words is refused: that is what the two are asked about.
  watch.allow(/409 \(Conflict\)/);
  // While one types on, the other's words are stored: who is still typing is shown both, and chooses.
  await second.bringToFront();
  await theirs.field('English', 2).focus();
  await first.bringToFront();
  await mine.field('English', 2).focus();
  await Promise.all([second.keyboard.insertText(' B.'), first.keyboard.type(' Word by word A.', { delay: 110 })]);
  await first.getByRole('button', { name: 'Keep both' }).click();
  for (const words of [/ A\./, / B\./]) {
    await expect(mine.field('English', 2)).toHaveValue(words);
    await expect(theirs.field('English', 2)).toHaveValue(words);
  }
});
