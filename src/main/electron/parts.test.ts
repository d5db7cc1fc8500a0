// The shell's rules that need no Electron: links, bounds, names, shortcuts, versions, progress.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { fitOnScreen, SMALLEST } from './bounds.ts';
import { fileNameFor } from './drag-out.ts';
import { placeOf } from './links.ts';
import { isNewer, newerVersion } from './updates.ts';

vi.mock('electron', async () => (await import('./electron-double.ts')).makeDouble());

const ID = '01a2072e-84b2-734e-9c17-689af4c7fb87';

test('a link from outside carries one id of a known kind', () => {
  expect(placeOf(`glossa://paper/${ID}`)).toEqual({ paperId: ID });
  expect(placeOf(`GLOSSA://Survey/${ID}/`)).toEqual({ surveyId: ID });
  expect(placeOf(`glossa://annotation/${ID}`)).toEqual({ annotationId: ID });
});

test.each([
  'glossa://app/',
  `glossa://paper/${ID}/../../etc`,
  `glossa://paper/${ID}?x=1`,
  `glossa://paper/${ID}#x`,
  `glossa://file/${ID}`,
  `glossa://paper/${ID}\n`,
  'glossa://paper/..',
  `https://paper/${ID}`,
  42,
  null,
])('%j leads nowhere', (address) => expect(placeOf(address)).toBeNull());

test('wherever a window was, it opens where its title bar can be reached', () => {
  const areas = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 200, width: 1280, height: 800 },
  ];
  const number = fc.integer({ min: -10_000, max: 10_000 });
  const bounds = fc.record({ x: number, y: number, width: number, height: number, isMaximized: fc.boolean() });
  fc.assert(
    fc.property(bounds, (wanted) => {
      const { x, y, width = 0, height = 0 } = fitOnScreen(wanted, areas);
      expect(width).toBeGreaterThanOrEqual(SMALLEST.width);
      expect(height).toBeGreaterThanOrEqual(SMALLEST.height);
      if (x === undefined || y === undefined) return;
      expect(areas.some((area) => y >= area.y && y < area.y + area.height && x < area.x + area.width)).toBe(true);
    }),
  );
  expect(fitOnScreen({ x: 5000, y: 0, width: 900, height: 700, isMaximized: true }, areas)).toEqual({
    width: 900,
    height: 700,
    isMaximized: true,
  });
});

test('a PDF dragged out has a name every system takes', () => {
  expect(fileNameFor('A/B: “C”?.pdf')).toBe('A B “C”.pdf');
  expect(fileNameFor('../../etc/passwd')).not.toMatch(/[/\\]|^\./);
  expect(fileNameFor('con')).toBe('paper con.pdf');
  expect(fileNameFor(' \u202e\u0000 ')).toBe('paper.pdf');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const name = fileNameFor(title);
      expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}]+\.pdf$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(215);
    }),
  );
});

test.each([
  ['Mod+Shift+I', 'CmdOrCtrl+Shift+I'],
  ['Alt+ArrowLeft', 'Alt+Left'],
  ['Mod+\\', 'CmdOrCtrl+\\'],
  ['F6', 'F6'],
  ['H', null],
  ['G L', null],
  ['Mod+Rubbish', null],
])('the shortcut %s shows in the menu as %s', async (shortcut, accelerator) => {
  const { acceleratorOf } = await import('./menu.ts');
  expect(acceleratorOf(shortcut)).toBe(accelerator);
});

test('a page that sends no proper commands changes no menu', async () => {
  const { readCommands } = await import('./menu.ts');
  const command = { id: 'a.b', label: 'A', enabled: true, group: 'library' };
  expect(readCommands('en', [command])).toEqual({ language: 'en', commands: [command] });
  for (const bad of [
    null,
    {},
    [{ ...command, id: '<script>' }],
    [{ ...command, label: 'x'.repeat(300) }],
    Array(500).fill(command),
  ])
    expect(readCommands('en', bad)).toBeNull();
  expect(readCommands('fr', [command])).toBeNull();
});

test('versions are compared by number, asked for over https alone, and a strange answer is no version', async () => {
  expect([isNewer('1.10.0', '1.9.2'), isNewer('1.9.2', '1.10.0'), isNewer('2.0.0', '2.0.0')]).toEqual([
    true,
    false,
    false,
  ]);
  const answer = (body: string) => () => Promise.resolve(new Response(body));
  expect(await newerVersion('https://x.example/v', '1.0.0', answer('{"version":"1.0.1"}'))).toBe('1.0.1');
  expect(await newerVersion('https://x.example/v', '1.0.1', answer('{"version":"1.0.1"}'))).toBeNull();
  await expect(newerVersion('http://x.example/v', '1.0.0', answer('{"version":"9.0.0"}'))).rejects.toThrow('https');
  await expect(newerVersion('https://x.example/v', '1.0.0', answer('{"version":"9; rm"}'))).rejects.toThrow();
});

test('the dock shows how far all running work is', async () => {
  const { progressOf } = await import('./progress.ts');
  expect(progressOf([])).toBe(-1);
  expect(progressOf([{ done: 0, total: 0 }])).toBe(2);
  expect(
    progressOf([
      { done: 1, total: 2 },
      { done: 2, total: 4 },
    ]),
  ).toBe(0.5);
});

test('of what a drop names only folders, PDFs and Markdown that are there are let in', async () => {
  const { admissible } = await import('./arrivals.ts');
  const folder = mkdtempSync(join(tmpdir(), 'glossa-drop-'));
  mkdirSync(join(folder, 'papers'));
  for (const name of ['a.pdf', 'b.md', 'c.exe']) writeFileSync(join(folder, name), '');
  const paths = ['a.pdf', 'b.md', 'papers', 'c.exe', 'none.pdf'].map((name) => join(folder, name));
  const kept = admissible([...paths, 'a.pdf', '', 7, `${folder}/a.pdf\0.exe`, '/dev/null']);
  expect(kept.filter(Boolean)).toEqual(paths.slice(0, 3));
  expect(kept).toHaveLength(10);
  expect(admissible('x')).toEqual([]);
  rmSync(folder, { recursive: true });
});
