// Outlines: what they begin with, how items nest and move, and how they are written out.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outline } from '#shared/outlines.ts';
import { openTestCore, type TestCore } from '../testing.ts';

const SAMPLE = join(import.meta.dirname, '../../../../resources/sample');

let t: TestCore;
beforeAll(async () => {
  t = await openTestCore();
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const undo = async () => (await t.client.history.undo({})).step?.label;
const words = (primary: string) => ({ findingId: null, primary, secondary: '' });
const make = async () => {
  const outline = await t.client.outlines.create({ title: 'Chapter' });
  const [a, b, c] = await t.client.outlines.addItems({
    outlineId: outline.id,
    items: [words('a'), words('b'), words('c')],
  });
  return { id: outline.id, a: a?.id ?? '', b: b?.id ?? '', c: c?.id ?? '' };
};
/** The outline as indented words. */
const shown = async (id: string): Promise<string[]> => {
  const outline: Outline = await t.client.outlines.get({ id });
  const depth = (parentId: string | null): number => {
    const parent = outline.items.find((item) => item.id === parentId);
    return parent ? depth(parent.parentId) + 1 : 0;
  };
  return outline.items.map((item) => '-'.repeat(depth(item.parentId)) + (item.primary || 'finding'));
};

describe('items', () => {
  test('nest, move with all below them, and come back by undo', async () => {
    const { id, a, b, c } = await make();
    await t.client.outlines.moveItem({ id: b, parentId: a, afterId: null });
    await t.client.outlines.moveItem({ id: c, parentId: b, afterId: null });
    expect(await shown(id)).toEqual(['a', '-b', '--c']);
    await t.client.outlines.moveItem({ id: b, parentId: null, afterId: null });
    expect(await shown(id)).toEqual(['b', '-c', 'a']);
    await expect(t.client.outlines.moveItem({ id: b, parentId: c, afterId: null })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await t.client.outlines.removeItem({ id: b });
    expect(await shown(id)).toEqual(['a']);
    expect(await undo()).toBe('outline.item');
    for (let i = 0; i < 3; i += 1) expect(await undo()).toBe('outline.move');
    expect(await shown(id)).toEqual(['a', 'b', 'c']);
  });

  test('are added where they are wanted, edited in either language, but findings only as findings', async () => {
    const { id, a } = await make();
    const finding = await t.client.findings.create({ primary: 'Glosses help.', secondary: '旁注有益。' });
    const added = await t.client.outlines.addItems({
      outlineId: id,
      afterId: a,
      items: [words('x'), { findingId: finding.id }],
    });
    expect(await shown(id)).toEqual(['a', 'x', 'finding', 'b', 'c']);
    await t.client.outlines.editItem({ id: a, side: 'secondary', text: '甲' });
    await expect(
      t.client.outlines.editItem({ id: added[1]?.id ?? '', side: 'primary', text: 'no' }),
    ).rejects.toMatchObject({ code: 'bad_input' });
    await t.client.findings.remove({ id: finding.id });
    expect(await shown(id)).toEqual(['a', 'x', 'b', 'c']);
    await undo();
    expect(await shown(id)).toHaveLength(5);
  });
});

test('an outline of a survey begins with its sections as headings and its findings below them', async () => {
  const [source = ''] = t.core.admit([join(SAMPLE, 'survey.md')]);
  const { surveyId, findings, sections } = await t.client.surveys.import({ source });
  const outline = await t.client.outlines.create({ title: 'From the survey', surveyId });
  expect(outline.items.filter((item) => item.findingId !== null)).toHaveLength(findings.length);
  expect(outline.items.filter((item) => item.findingId === null).map((item) => item.primary)).toEqual(
    sections.map(({ title }) => title),
  );
  t = await t.reopen();
  expect((await t.client.outlines.get({ id: outline.id })).items).toEqual(outline.items);
  expect(await undo()).toBe('outline.create');
});

test('Markdown has headings, findings in the language asked for, quotes with citations, and the papers cited', async () => {
  const [file] = await t.importPdfs([join(SAMPLE, 'papers/glosses-at-the-margin.pdf')]);
  const paperId = file?.paperId ?? '';
  const finding = await t.client.findings.create({ paperId, primary: 'Glosses help.', secondary: '旁注有益。' });
  const mark = await t.client.annotations.createFromQuote({
    sha256: file?.sha256 ?? '',
    page: 1,
    quote: 'second-language readers',
    finding: { id: finding.id, stance: 'qualifies' },
  });
  const [evidence] = (await t.client.findings.get({ id: finding.id })).evidence;
  await t.client.findings.comment({ evidenceId: evidence?.id ?? '', comment: 'Only some.' });
  const outline = await t.client.outlines.create({ title: 'Chapter', titleSecondary: '章' });
  const [head] = await t.client.outlines.addItems({
    outlineId: outline.id,
    items: [{ primary: 'Effects', secondary: '效应' }],
  });
  await t.client.outlines.addItems({
    outlineId: outline.id,
    parentId: head?.id ?? null,
    items: [{ findingId: finding.id }],
  });
  const paper = await t.client.papers.get({ id: paperId });
  const { text, fileName } = await t.client.outlines.export({ id: outline.id, side: 'primary' });
  expect(fileName).toBe('Chapter.md');
  expect(text).toContain(
    `# Chapter\n\n## Effects\n\nGlosses help.\n\n> ${mark.anchor.quote} [@${paper.citekey}, p. ${mark.anchor.pageLabel}]\n>\n> — qualifies: Only some.\n`,
  );
  expect(text).toContain(`## References\n\n- \\[@${paper.citekey}\\] `);
  const other = await t.client.outlines.export({ id: outline.id, side: 'secondary' });
  expect(other.text).toMatch(/## 效应\n\n旁注有益。\n/);
  expect(other.text).toContain('限定: Only some.');
});
