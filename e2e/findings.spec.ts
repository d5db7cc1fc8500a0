// Findings: claims, and the marks they rest on.
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Findings } from './pages/findings.ts';
import { Reader } from './pages/reader.ts';
import type { Glossa } from './glossa.ts';

const PAPER = 'Glosses at the Margin';
const WORDS = 'Scribes wrote glosses between the lines of manuscripts';

type ListedPaper = { title: string; files: { sha256: string }[] };
type ListedFinding = { primary: string; evidence: { stance: string; comment: string; quote: string }[] };

async function open(glossa: Glossa) {
  const paper = (await glossa.cli<ListedPaper[]>('list', 'papers')).find(({ title }) => title.startsWith(PAPER));
  const app = new App(glossa.page);
  await app.read(PAPER);
  return {
    app,
    reader: new Reader(glossa.page, paper?.files[0]?.sha256 ?? ''),
    findings: new Findings(glossa.page),
    stored: async (words: string) =>
      (await glossa.cli<ListedFinding[]>('list', 'findings')).find(({ primary }) => primary.includes(words)),
  };
}

test('a new finding from selected words has its stance and comment, and its evidence opens the page', async ({
  glossa,
}) => {
  const { reader, findings, stored } = await open(glossa);
  await reader.select(1, WORDS);
  await glossa.page.keyboard.press('L');
  await reader.picker.getByRole('option', { name: 'New finding from this highlight' }).click();
  await expect(reader.picker).toBeHidden();
  await expect.poll(() => stored(WORDS)).toMatchObject({ evidence: [{ stance: 'supports', quote: WORDS }] });
  await reader.tab('Findings').click();
  const evidence = findings.evidenceOf(WORDS);
  await findings.take(evidence, 'Contradicts');
  await findings.comment(evidence, 'Only in the oldest copies.');
  await expect
    .poll(() => stored(WORDS))
    .toMatchObject({ evidence: [{ stance: 'contradicts', comment: 'Only in the oldest copies.' }] });
  await reader.sheet(3).scrollIntoViewIfNeeded();
  await findings.open(evidence);
  await expect(reader.sheet(1).locator('[data-annotation]').first()).toBeInViewport();
});

test('linking selected words is one step: undo takes back mark and link, and leaving the picker marks nothing', async ({
  glossa,
}) => {
  const { app, reader, stored } = await open(glossa);
  const marks = async () => (await glossa.cli<unknown[]>('list', 'annotations')).length;
  const before = await marks();
  await reader.select(1, WORDS);
  await glossa.page.keyboard.press('L');
  await expect(reader.picker).toContainText(WORDS);
  await glossa.page.keyboard.press('Escape');
  await expect(reader.picker).toBeHidden();
  await expect(reader.selectionBar).toBeVisible();
  expect(await marks()).toBe(before);
  await reader.linkTo('twice as large');
  const linked = async () => (await stored('twice as large'))?.evidence.map(({ quote }) => quote) ?? [];
  await expect.poll(linked).toContain(WORDS);
  await app.undo();
  await expect.poll(linked).not.toContain(WORDS);
  expect(await marks()).toBe(before);
});

test('evidence that is unlinked comes back with Undo, and the keyboard is never left nowhere', async ({ glossa }) => {
  const { app, reader, findings } = await open(glossa);
  await reader.tab('Findings').click();
  const words = 'experts may have less need';
  await findings.unlink(findings.evidenceOn(1, words));
  await expect(findings.evidenceOn(1, words)).toHaveCount(0);
  await expect(findings.finding(1).locator(':focus')).toHaveCount(1);
  await app.undoFromToast();
  await expect(findings.evidenceOn(1, words)).toContainText('Students only.');
});
