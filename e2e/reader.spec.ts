// Reading: what a selection takes and copies, where marks stand, and where a paper opens.
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Reader } from './pages/reader.ts';

const TWO_COLUMNS = 'Glosses at the Margin';
const CHINESE = '双语旁注的排布方式';

type ListedPaper = { title: string; files: { sha256: string }[] };
type ListedAnnotation = {
  id: string;
  sha256: string;
  color: string;
  anchor: { quote: string; ranges: { page: number }[] };
};

test.setTimeout(120_000);

async function open(
  glossa: { page: import('@playwright/test').Page; cli<T>(...args: string[]): Promise<T> },
  title: string,
) {
  const paper = (await glossa.cli<ListedPaper[]>('list', 'papers')).find((each) => each.title.startsWith(title));
  const app = new App(glossa.page);
  await app.read(title);
  return { app, reader: new Reader(glossa.page, paper?.files[0]?.sha256 ?? '') };
}

test('a drag down one column takes its words, joined and unhyphenated, and none of the other column', async ({
  glossa,
}) => {
  const { reader } = await open(glossa, TWO_COLUMNS);
  const model = await reader.text(1);
  // A paragraph of the left column: several lines, at least one broken at a hyphen.
  const paragraph = model.paragraphs
    .map(({ start, end }) => ({ text: model.text.slice(start, end), start, end }))
    .find(
      ({ start, end }) =>
        end - start > 300 && model.edits.some(({ at, raw }) => at > start && at < end && raw === '-\n'),
    );
  expect(paragraph).toBeDefined();
  await reader.select(1, paragraph?.text ?? '');
  expect(await reader.copied()).toBe(paragraph?.text);
});

test('double click takes a word, triple a sentence, quadruple the paragraph, in Chinese too', async ({ glossa }) => {
  const { reader } = await open(glossa, CHINESE);
  const model = await reader.text(1);
  const paragraph =
    model.paragraphs
      .map(({ start, end }) => model.text.slice(start, end))
      .find((text) => text.split('。').length > 3) ?? '';
  const sentence = `${paragraph.split('。')[1]}。`;
  await reader.click(1, sentence, 2);
  const word = await reader.copied();
  expect(word.length).toBeGreaterThan(0);
  expect(word.length).toBeLessThanOrEqual(6);
  expect(sentence).toContain(word);
  await reader.click(1, sentence, 3);
  expect(await reader.copied()).toBe(sentence);
  expect(sentence).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
  await reader.click(1, sentence, 4);
  expect(await reader.copied()).toBe(paragraph);
});

test('marks stand on their words at any zoom and turned', async ({ glossa }) => {
  const { reader } = await open(glossa, TWO_COLUMNS);
  const [mark] = (await glossa.cli<ListedAnnotation[]>('list', 'annotations')).filter(
    ({ sha256, anchor }) => sha256 === reader.sha256 && anchor.ranges[0]?.page === 1,
  );
  const shape = glossa.page.locator(`[data-annotation="${mark?.id}"] path`).first();
  /** Where the mark stands within its sheet, as fractions of the sheet. */
  const place = async () => {
    await shape.scrollIntoViewIfNeeded();
    const [sheet, box] = [await reader.sheet(1).boundingBox(), await shape.boundingBox()];
    if (!sheet || !box) throw new Error('not on screen');
    const round = (value: number) => Math.round(value * 500) / 500;
    return [
      (box.x - sheet.x) / sheet.width,
      (box.y - sheet.y) / sheet.height,
      box.width / sheet.width,
      box.height / sheet.height,
    ].map(round);
  };
  const before = await place();
  const [x = 0, y = 0, width = 0, height = 0] = before;
  expect(width).toBeGreaterThan(0.2);
  const near = (values: number[]) => values.map((value) => expect.closeTo(value, 2));
  await glossa.page.getByRole('button', { name: 'Zoom in' }).click();
  await glossa.page.getByRole('button', { name: 'Zoom in' }).click();
  expect(await place()).toEqual(near(before));
  await glossa.page.getByRole('button', { name: 'Turn clockwise' }).click();
  // Turned by 90 degrees clockwise, x becomes what was above, y what was left.
  await expect.poll(place).toEqual(near([1 - y - height, x, height, width]));
});

test('a key marks the selection, undo takes it back by name, the trash and redo bring it back', async ({ glossa }) => {
  const { app, reader } = await open(glossa, TWO_COLUMNS);
  const marks = async () => (await glossa.cli<ListedAnnotation[]>('list', 'annotations')).length;
  const before = await marks();
  await reader.select(1, 'Scribes wrote glosses between the lines of manuscripts');
  await glossa.page.keyboard.press('3');
  await expect.poll(marks).toBe(before + 1);
  await app.undo();
  await expect.poll(marks).toBe(before);
  await expect(glossa.page.getByText(/Scribes wrote glosses/).first()).toBeVisible();
  await app.redo();
  await expect.poll(marks).toBe(before + 1);
});

test('a paper opens where it was left, also after a restart', async ({ glossa }) => {
  const { reader } = await open(glossa, TWO_COLUMNS);
  await reader.sheet(3).scrollIntoViewIfNeeded();
  const page = () => glossa.page.getByRole('textbox', { name: 'Page' }).inputValue();
  await expect.poll(page).toBe((await reader.text(3)).label);
  await glossa.page.waitForTimeout(1500);
  await glossa.restart();
  await new App(glossa.page).read(TWO_COLUMNS);
  await expect.poll(page).toBe((await reader.text(3)).label);
});
