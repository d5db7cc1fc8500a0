import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { like, openTestCore, type TestCore } from '../testing.ts';
import { parseCsv } from './csv.ts';

const dir = mkdtempSync(join(tmpdir(), 'glossa-terms-'));
afterAll(() => rmSync(dir, { recursive: true }));
let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

let serial = 0;
function source(bytes: string | Uint8Array): string {
  const path = join(dir, `${++serial}`);
  writeFileSync(path, bytes);
  return t.core.admit([path])[0] ?? '';
}
const take = (bytes: string | Uint8Array) => t.client.terms.import({ source: source(bytes) });
const forms = async () =>
  (await t.client.terms.list({})).map(({ primary, secondary, aliases, note }) => ({
    primary,
    secondary,
    aliases,
    note,
  }));

const RICH = {
  primary: 'fine-tuning, "full"',
  secondary: '微调',
  aliases: [
    { side: 'primary', text: 'tuning', status: 'admitted' },
    { side: 'secondary', text: '精调', status: 'deprecated' },
    { side: 'secondary', text: '调优', status: 'deprecated' },
  ],
  note: 'Two lines\n<b>&amp; more</b>',
} as const;

test.each(['csv', 'tbx'] as const)('what is exported as %s comes back as it was', async (format) => {
  await t.client.terms.create({ ...RICH, aliases: [...RICH.aliases] });
  await t.client.terms.create({ primary: 'gloss' });
  await t.client.terms.create({ secondary: '旁注', note: '=1+1' });
  const before = await forms();
  const { text } = await t.client.terms.export({ format });
  for (const { id } of await t.client.terms.list({})) await t.client.terms.remove({ id });
  expect(await t.client.terms.preview({ source: source(text) })).toMatchObject({ added: 3, problems: [] });
  expect(await forms()).toEqual([]);
  expect(await take(text)).toEqual({ added: 3, changed: 0, unchanged: 0, problems: [] });
  const flat = (all: typeof before) => all.map((term) => ({ ...term, note: term.note.replace(/\s+/g, ' ') }));
  expect(flat(await forms())).toEqual(flat(before));
  expect(await take(text)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  await t.client.history.undo({});
  expect(await forms()).toEqual([]);
});

describe('a table of terms', () => {
  test('is read whatever its separator and encoding, and without a header', async () => {
    await take('EN;zh_CN\ncell;细胞\n');
    await take(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('neuron\t神经元\r\n', 'utf16le')]));
    // GB 18030, as older spreadsheets write Chinese.
    await take(Buffer.concat([Buffer.from('scan,'), Buffer.from([0xc9, 0xa8, 0xc3, 0xe8]), Buffer.from('\n')]));
    expect((await forms()).map(({ primary, secondary }) => [primary, secondary])).toEqual([
      ['cell', '细胞'],
      ['neuron', '神经元'],
      ['scan', '扫描'],
    ]);
  });

  test('names the lines it cannot take, and takes the others', async () => {
    const result = await take('en,zh,note\n"two\nlines",两行,\n,,only a note\na,b,c,d\nright,对,\n"open,x\n');
    expect(result).toMatchObject({ added: 2 });
    expect(result.problems).toMatchObject([
      { line: 4, message: like(/no term/) },
      { line: 5, message: like(/4 cells, the header 3/) },
      { line: 7, message: like(/never closed/) },
    ]);
  });

  test('adds to a term what it lacks and replaces nothing', async () => {
    await t.client.terms.create({ primary: 'Gloss', note: 'mine' });
    expect(await take('primary,secondary,zh-Hans deprecated,note\ngloss,旁注,注解 | 批注,theirs\n')).toMatchObject({
      changed: 1,
    });
    expect(await forms()).toMatchObject([
      { primary: 'Gloss', secondary: '旁注', note: 'mine', aliases: [{ text: '注解' }, { text: '批注' }] },
    ]);
  });

  test('never loses a cell, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
          const kept = rows.filter((row) => row.some((cell) => cell !== ''));
          expect(parseCsv(text).rows.map(({ cells }) => cells)).toEqual(kept);
        },
      ),
    );
  });
});

describe('TBX', () => {
  test('of the older edition is read, by language and status', async () => {
    const result = await take(`<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="1"><descrip type="definition">A note &amp; more</descrip>
 <langSet xml:lang="en-US"><tig><term>gloss</term></tig><tig><term>marginal note</term></tig></langSet>
 <langSet xml:lang="zh-CN"><ntig><termGrp><term>旁注</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
  <tig><term>注解</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="de"><tig><term>Glosse</term></tig></langSet></termEntry>
</body></text></martif>`);
    expect(result).toMatchObject({ added: 1, problems: [{ line: 8, message: like(/only de/) }] });
    expect(await forms()).toEqual([
      {
        primary: 'gloss',
        secondary: '旁注',
        note: 'A note & more',
        aliases: [
          { side: 'primary', text: 'marginal note', status: 'admitted' },
          { side: 'secondary', text: '注解', status: 'deprecated' },
        ],
      },
    ]);
  });

  test('that is hostile or broken is refused with its line, and nothing is taken', async () => {
    const bomb = `<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<tbx><conceptEntry><langSec xml:lang="en"><termSec><term>&b;</term></termSec></langSec></conceptEntry></tbx>`;
    const file = `<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<tbx><note>&x;</note></tbx>`;
    const cases: [string, RegExp][] = [
      [bomb, /line 2: the entity &b;/],
      [file, /line 2: the entity &x;/],
      ['<tbx>\n<a></b></tbx>', /line 2: .*closes/],
      [`<tbx>${'<a>'.repeat(100)}`, /too deep/],
      ['<tbx>\n', /never closed/],
      ['<tbx>&#xD800;</tbx>', /no character/],
    ];
    for (const [text, message] of cases) {
      await expect(take(text), text.slice(0, 40)).rejects.toMatchObject({ code: 'bad_input', message: like(message) });
    }
    expect(await forms()).toEqual([]);
  });
});
