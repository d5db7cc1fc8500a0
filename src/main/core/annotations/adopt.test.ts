// Annotations a PDF brings along: read with their replies, put onto the text, adopted; the file stays as it was.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { column, makePdf } from '../files/extract/test-pdf.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { nearestColor } from './adopt.ts';

const CORPUS = process.env['GLOSSA_CORPUS'];
let t: TestCore;
let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'glossa-adopt-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
beforeEach(async () => void (t = await openTestCore()));
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const LINES = [
  'Readers who write short notes at',
  'the margin remember more of what',
  'they read than those who do not.',
];
/** QuadPoints of characters of a line of the page below: Courier 10 at (50, 700), lines 12 apart. */
const quad = (line: number, from: number, to: number): string => {
  const [x1, x2, y] = [50 + from * 6, 50 + to * 6, 700 - line * 12];
  return `${x1} ${y + 8} ${x2} ${y + 8} ${x1} ${y - 2} ${x2} ${y - 2}`;
};

test('marks on words, a note with replies, ink, text and a square become what they are, on the words they are on', async () => {
  const path = join(dir, 'marked.pdf');
  const annotations = [
    `/Subtype /Highlight /Rect [50 686 250 710] /QuadPoints [${quad(0, 18, 32)} ${quad(1, 0, 10)}] /C [1 0.9 0.2]
     /Contents (Is this so?) /T (Ann Lee) /NM (first) /CreationDate (D:20240131120000+01'00')`,
    `/Subtype /StrikeOut /Rect [50 670 150 690] /QuadPoints [${quad(2, 0, 9)}] /C [0.9 0.1 0.1]`,
    '/Subtype /Text /Rect [300 690 320 710] /Contents (A sticky note) /C [0 0.6 1] /T (Ann Lee)',
    '/Subtype /Text /Rect [300 690 320 710] /Contents (I agree) /T (Bo) /IRT @2 /CreationDate (D:20240202)',
    '/Subtype /Text /Rect [300 690 320 710] /Contents (So do I) /T (Cy) /IRT @3 /CreationDate (D:20240203)',
    '/Subtype /Text /Rect [300 690 320 710] /StateModel (Review) /State (Accepted) /IRT @2',
    '/Subtype /Ink /Rect [50 500 100 520] /InkList [[50 500 75 520 100 500]] /C [0 0.7 0]',
    '/Subtype /FreeText /Rect [50 400 200 430] /Contents (Written here) /DA (/Helv 14 Tf 0 g)',
    '/Subtype /Square /Rect [60 300 160 380] /C [0.6 0.4 0.9]',
    '/Subtype /Highlight /Rect [0 0 9 9] /QuadPoints [1 9 9 9 1 1 9 1] /F 2',
    '/Subtype /Link /Rect [50 680 100 690]',
  ];
  writeFileSync(path, makePdf({ pages: [{ pieces: column(LINES, 50, 700), annotations }] }));
  const before = readFileSync(path);
  const [imported] = await t.importPdfs([path]);
  const sha256 = imported?.sha256 ?? '';
  const found = await t.client.annotations.inPdf({ sha256 });
  expect(found.map(({ kind, color, quote, contents }) => ({ kind, color, quote, contents }))).toEqual([
    { kind: 'highlight', color: 'yellow', quote: 'short notes at the margin', contents: 'Is this so?' },
    { kind: 'strikeout', color: 'red', quote: 'they read', contents: '' },
    { kind: 'note', color: 'blue', quote: '', contents: 'A sticky note' },
    { kind: 'ink', color: 'green', quote: '', contents: '' },
    { kind: 'text', color: 'yellow', quote: '', contents: 'Written here' },
    { kind: 'area', color: 'purple', quote: '', contents: '' },
  ]);
  expect(found[0]).toMatchObject({ author: 'Ann Lee', createdAt: Date.UTC(2024, 0, 31, 11), adoptedId: null });
  expect(found[2]?.replies.map(({ author, contents }) => `${author}: ${contents}`)).toEqual([
    'Bo: I agree',
    'Cy: So do I',
  ]);

  const [one] = await t.client.annotations.adopt({ sha256, keys: [found[0]?.key ?? ''] });
  expect(await t.client.annotations.get({ id: one ?? '' })).toMatchObject({
    kind: 'highlight',
    author: 'Ann Lee',
    commentPrimary: 'Is this so?',
    anchor: { quote: 'short notes at the margin' },
  });
  expect((await t.client.annotations.inPdf({ sha256 }))[0]?.adoptedId).toBe(one);
  const rest = await t.client.annotations.adopt({ sha256 });
  expect(rest).toHaveLength(5);
  expect(await t.client.annotations.adopt({ sha256 })).toEqual([]);
  const all = await t.client.annotations.list({ sha256 });
  expect(all.find(({ kind }) => kind === 'note')?.commentPrimary).toBe(
    'A sticky note\n\n> **Bo**: I agree\n\n> **Cy**: So do I',
  );
  expect(all.find(({ kind }) => kind === 'ink')?.anchor.shape?.strokes).toEqual([[50, 500, 75, 520, 100, 500]]);
  expect(all.find(({ kind }) => kind === 'text')?.anchor.shape?.sizePt).toBe(14);
  expect(await t.client.annotations.ids({ authors: ['Ann Lee'] })).toHaveLength(2);
  expect((await t.client.history.undo({})).step?.label).toBe('annotation.adopt');
  expect(await t.client.annotations.list({ sha256 })).toHaveLength(1);
  const stored = Buffer.from(await (await t.fetch(`/file/${sha256}.pdf`)).arrayBuffer());
  expect(stored.equals(before)).toBe(true);
});

test('an area is drawn by the core, and drawn again where the cache was thrown away', async () => {
  const path = join(dir, 'area.pdf');
  writeFileSync(path, makePdf({ pages: [{ pieces: column(LINES, 50, 700), rotate: 90 }] }));
  const [imported] = await t.importPdfs([path]);
  const url = `/crop/${imported?.sha256}/1/50_690_250_710/400.png`;
  const png = Buffer.from(await (await t.fetch(url)).arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Displayed on its side: twenty points wide, two hundred high.
  expect(png.readUInt32BE(16)).toBe(400);
  expect(png.readUInt32BE(20)).toBe(4000);
  expect((await t.fetch(`/crop/${imported?.sha256}/9/50_690_250_710/400.png`)).status).toBe(404);
});

test('colours of a file are named by the nearest of ours, pale ones by their hue', () => {
  expect(nearestColor(null)).toBe('yellow');
  expect(nearestColor([255, 255, 0])).toBe('yellow');
  expect(nearestColor([255, 209, 0])).toBe('yellow');
  expect(nearestColor([255, 180, 180])).toBe('red');
  expect(nearestColor([0, 0, 255])).toBe('indigo');
  expect(nearestColor([46, 168, 229])).toBe('blue');
  expect(nearestColor([120, 120, 128])).toBe('grey');
});

describe.skipIf(!CORPUS)('annotation files of other programs (GLOSSA_CORPUS)', () => {
  test(
    'every file that can be read has its marks read and adopted, or says that it has none',
    { timeout: 120_000 },
    async () => {
      const folder = join(CORPUS ?? '', 'pdfjs/pdfs');
      const names = readdirSync(folder).filter((name) => /annot|highlight|ink|freetext|popup|note/iu.test(name));
      const imported = await t.importPdfs(names.map((name) => join(folder, name)));
      const counts: Record<string, number> = {};
      let files = 0;
      for (const { sha256, status } of imported) {
        if (!sha256 || (status !== 'added' && status !== 'already')) continue;
        const found = await t.client.annotations.inPdf({ sha256 });
        if (found.length === 0) continue;
        files++;
        for (const { kind, quote } of found) {
          const name = quote ? `${kind} on words` : kind;
          counts[name] = (counts[name] ?? 0) + 1;
        }
        await t.client.annotations.adopt({ sha256 });
        const adopted = await t.client.annotations.inPdf({ sha256 });
        expect(adopted.filter(({ adoptedId }) => adoptedId === null)).toEqual([]);
      }
      console.warn(`${files} of ${names.length} files have marks: ${JSON.stringify(counts)}`);
      expect(files).toBeGreaterThan(10);
    },
  );
});
