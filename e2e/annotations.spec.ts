// Marks of every kind: drawn with the tools, listed with their pictures, changed several at once, moved by their handles.
import { expect, test } from './fixtures.ts';
import { App } from './pages/app.ts';
import { Reader } from './pages/reader.ts';

const PAPER = 'Glosses at the Margin';
type ListedPaper = { id: string; title: string; files: { sha256: string }[] };
type Listed = {
  id: string;
  kind: string;
  color: string;
  commentPrimary: string;
  anchor: { quote: string; shape: { rect: number[] } | null };
};

test.setTimeout(120_000);

test('areas, notes, ink and texts are drawn with their tools, listed with a picture, and kept through a reload', async ({
  glossa,
}) => {
  const { page } = glossa;
  const app = new App(page);
  await app.read(PAPER);
  const sheet = page.locator('.page[data-page-number="1"]');
  await expect(page.locator('[data-annotation]').first()).toBeVisible();
  const box = await sheet.boundingBox();
  if (!box) throw new Error('no page');
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  const drag = async (from: [number, number], to: [number, number]) => {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 6 });
    await page.mouse.up();
  };
  await page.keyboard.press('a');
  await expect(page.locator('[data-tool="area"]')).toBeVisible();
  await drag(at(0.1, 0.5), at(0.45, 0.62));
  await expect(sheet.locator('[data-kind="area"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.mouse.click(...at(0.6, 0.4));
  await expect(sheet.locator('[data-kind="note"]')).toBeVisible();
  const comment = page.getByRole('dialog').getByRole('textbox').first();
  await expect(comment).toBeFocused();
  await page.keyboard.type('A question for Friday');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await drag(at(0.6, 0.5), at(0.8, 0.52));
  await expect(sheet.locator('[data-kind="ink"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-tool]')).toHaveCount(0);

  await page.reload();
  await expect(sheet.locator('[data-kind="ink"]')).toBeVisible();
  await page.getByRole('tab', { name: /Annotations/ }).click();
  const picture = page.locator('[data-card] img');
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await expect(page.locator('[data-card]', { hasText: 'A question for Friday' })).toBeVisible();
  const all = await glossa.cli<Listed[]>('list', 'annotations');
  expect(all.filter(({ anchor }) => anchor.shape !== null).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['area', 'note', 'ink']),
  );
  const before = all.length;
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await glossa.cli<Listed[]>('list', 'annotations')).length).toBe(before - 1);
});

test('a mark is widened by its handle, and several are recoloured at once, each taken back by one undo', async ({
  glossa,
}) => {
  const { page } = glossa;
  const papers = await glossa.cli<ListedPaper[]>('list', 'papers');
  const paper = papers.find(({ title }) => title.startsWith(PAPER));
  const app = new App(page);
  await app.read(PAPER);
  const reader = new Reader(page, paper?.files[0]?.sha256 ?? '');
  const model = await reader.text(1);
  const [mark] = (
    await glossa.cli<(Listed & { sha256: string; anchor: { ranges: { page: number; end: number }[] } })[]>(
      'list',
      'annotations',
    )
  ).filter(({ sha256, anchor }) => sha256 === reader.sha256 && anchor.ranges[0]?.page === 1);
  if (!mark) throw new Error('no mark on page 1');
  await reader.click(1, mark.anchor.quote);
  const handle = page.locator('[data-handle="end"]');
  await expect(handle).toBeVisible();
  const from = await handle.boundingBox();
  const line = model.lines.find(({ start }) => start > (mark.anchor.ranges[0]?.end ?? 0));
  const sheet = await reader.sheet(1).boundingBox();
  if (!from || !line || !sheet) throw new Error('nothing to drag to');
  const [left, bottom, right, top] = model.box;
  const to = {
    x: sheet.x + ((line.rect[2] - 2 - left) / (right - left)) * sheet.width,
    y: sheet.y + ((top - (line.rect[1] + line.rect[3]) / 2) / (top - bottom)) * sheet.height,
  };
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  const now = async () => (await glossa.cli<Listed[]>('list', 'annotations')).find(({ id }) => id === mark.id);
  await expect.poll(async () => (await now())?.anchor.quote.length ?? 0).toBeGreaterThan(mark.anchor.quote.length);
  expect((await now())?.anchor.quote.startsWith(mark.anchor.quote.slice(0, 40))).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await now())?.anchor.quote).toBe(mark.anchor.quote);

  await page.getByRole('tab', { name: /Annotations/ }).click();
  const cards = page.locator('[data-card]');
  await cards.first().hover();
  await cards.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Pick all shown' }).click();
  await page.getByRole('button', { name: 'Change colour' }).click();
  await page.getByRole('dialog', { name: 'Colour' }).getByRole('button', { name: 'Teal' }).click();
  const colors = async () =>
    (await glossa.cli<(Listed & { sha256: string })[]>('list', 'annotations'))
      .filter(({ sha256 }) => sha256 === reader.sha256)
      .map(({ color }) => color);
  await expect.poll(async () => new Set(await colors())).toEqual(new Set(['teal']));
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => new Set(await colors()).has('teal')).toBe(false);
});
