// Matrices: rows, columns and cells, their undo, and what leaves the program.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Matrix } from '#shared/matrix.ts';
import { like, openTestCore, type TestCore } from '../testing.ts';
import { csvField } from './export.ts';

const SAMPLE = join(import.meta.dirname, '../../../../resources/sample');

let t: TestCore;
let surveyId: string;
beforeAll(async () => {
  t = await openTestCore();
  const [source = ''] = t.core.admit([join(SAMPLE, 'survey.md')]);
  ({ surveyId } = await t.client.surveys.import({ source }));
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const undo = async () => (await t.client.history.undo({})).step?.label;
const columns = [
  { title: 'Task', titleSecondary: '任务' },
  { title: 'Data', titleSecondary: '数据' },
];
const make = (rows: 'papers' | 'sections' | 'none' = 'papers') =>
  t.client.matrix.create({ title: 'Compared', titleSecondary: '比较', surveyId, rows, columns });
const at = (matrix: Matrix, row: number, column: number) => ({
  rowId: matrix.rows[row]?.id ?? '',
  columnId: matrix.columns[column]?.id ?? '',
});
const again = (matrix: Matrix) => t.client.matrix.get({ id: matrix.id });

describe('a matrix', () => {
  test('of a survey has its papers down in the order it names them, or its sections', async () => {
    const papers = await t.client.papers.list({ surveyId });
    const byPaper = await make();
    expect(byPaper.rows.map((row) => row.paperId)).toEqual(papers.map(({ id }) => id));
    const { sections } = await t.client.surveys.get({ id: surveyId });
    const bySection = await make('sections');
    expect(bySection.rows.map((row) => row.section)).toEqual([...new Set(sections.map(({ title }) => title))]);
    expect(await undo()).toBe('matrix.create');
    await expect(t.client.matrix.get({ id: bySection.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('keeps columns and rows where they are put; each change is one step', async () => {
    const matrix = await make();
    const [task, data] = matrix.columns;
    const column = await t.client.matrix.addColumn({ matrixId: matrix.id, title: 'Method', afterId: task?.id ?? null });
    await t.client.matrix.moveColumn({ id: data?.id ?? '', afterId: null });
    await t.client.matrix.renameColumn({ id: column.id, side: 'secondary', text: '方法' });
    const titles = async () => (await again(matrix)).columns.map((one) => `${one.title}${one.titleSecondary}`);
    expect(await titles()).toEqual(['Data数据', 'Task任务', 'Method方法']);
    await t.client.matrix.removeColumn({ id: task?.id ?? '' });
    expect(await titles()).toEqual(['Data数据', 'Method方法']);
    for (let i = 0; i < 4; i += 1) expect(await undo()).toBe('matrix.column');
    expect(await titles()).toEqual(['Task任务', 'Data数据']);
    const last = matrix.rows.at(-1)?.id ?? '';
    await t.client.matrix.moveRow({ id: last, afterId: null });
    expect((await again(matrix)).rows[0]?.id).toBe(last);
    await t.client.matrix.removeRow({ id: last });
    expect((await again(matrix)).rows).toHaveLength(matrix.rows.length - 1);
    const paperIds = (await t.client.papers.list({})).map(({ id }) => id);
    expect(await t.client.matrix.addRows({ matrixId: matrix.id, paperIds })).toEqual({ added: 1 });
  });

  test('has cells in two languages that age, refuse a stale base, and join typing into one step', async () => {
    const matrix = await make();
    const place = at(matrix, 0, 0);
    await t.client.matrix.editCell({ ...place, side: 'primary', text: 'Re' });
    await t.client.matrix.editCell({ ...place, side: 'primary', text: 'Reading', base: 'Re' });
    await t.client.matrix.editCell({ ...place, side: 'secondary', text: '阅读' });
    expect((await again(matrix)).cells).toMatchObject([
      { ...place, primary: 'Reading', secondary: '阅读', stale: null },
    ]);
    await expect(t.client.matrix.editCell({ ...place, side: 'primary', text: 'x', base: 'Re' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await undo()).toBe('matrix.cell');
    expect(await undo()).toBe('matrix.cell');
    expect((await again(matrix)).cells).toEqual([]);
    const other = await make();
    await expect(
      t.client.matrix.editCell({ ...place, columnId: at(other, 0, 0).columnId, side: 'primary', text: 'x' }),
    ).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('ties cells to highlights, and loses none of it over the trash and a restart', async () => {
    const [file] = await t.importPdfs([join(SAMPLE, 'papers/glosses-at-the-margin.pdf')]);
    const mark = await t.client.annotations.createFromQuote({ sha256: file?.sha256 ?? '', page: 1, quote: 'readers' });
    const matrix = await make();
    const place = at(matrix, 0, 1);
    await t.client.matrix.linkCell({ ...place, annotationId: mark.id });
    await t.client.matrix.linkCell({ ...place, annotationId: mark.id });
    await t.client.matrix.remove({ id: matrix.id });
    expect((await t.client.matrix.list({})).some(({ id }) => id === matrix.id)).toBe(false);
    t = await t.reopen();
    await t.client.matrix.restore({ id: matrix.id });
    expect((await again(matrix)).cells).toMatchObject([{ annotationIds: [mark.id], primary: '' }]);
    await t.client.annotations.remove({ id: mark.id });
    expect((await again(matrix)).cells).toMatchObject([{ annotationIds: [] }]);
    await undo();
    await t.client.matrix.unlinkCell({ ...place, annotationId: mark.id });
    expect((await again(matrix)).cells).toMatchObject([{ annotationIds: [] }]);
  });
});

describe('an exported matrix', () => {
  const filled = async () => {
    const matrix = await make();
    const [file] = await t.importPdfs([join(SAMPLE, 'papers/glosses-at-the-margin.pdf')]);
    const mark = await t.client.annotations.createFromQuote({ sha256: file?.sha256 ?? '', page: 1, quote: 'readers' });
    const place = at(matrix, 0, 0);
    await t.client.matrix.editCell({ ...place, side: 'primary', text: '=1+1|a\nb <script>"x"</script>' });
    await t.client.matrix.editCell({ ...place, side: 'secondary', text: '阅读' });
    await t.client.matrix.linkCell({ ...place, annotationId: mark.id });
    return matrix;
  };

  test('as Markdown is one table, with nothing of a cell breaking out of it', async () => {
    const matrix = await filled();
    const { text, fileName } = await t.client.matrix.export({ id: matrix.id, format: 'markdown' });
    expect(fileName).toBe('Compared 比较.md');
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(4 + matrix.rows.length);
    expect(lines[4]).toContain('=1+1\\|a<br>b &lt;script>"x"&lt;/script><br>阅读<br>“Readers” (p. ');
    expect(new Set(lines.slice(2).map((line) => line.replaceAll('\\|', '').split('|').length))).toEqual(new Set([5]));
  });

  test('as CSV is never a formula, in whatever width it is written', async () => {
    const matrix = await filled();
    const { text } = await t.client.matrix.export({ id: matrix.id, format: 'csv', side: 'primary' });
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain(`"'=1+1|a\nb <script>""x""</script>\n“Readers”`);
    for (const start of ['=', '+', '-', '@', '\t=', ' =', '＝', '＋', '\ufeff=']) {
      expect(csvField(`${start}cmd()`)).toMatch(/^"?'/);
    }
    expect(csvField('a,b')).toBe('"a,b"');
    expect(csvField('微调')).toBe('微调');
  });

  test('as HTML shows text as text, in its language', async () => {
    const matrix = await filled();
    const { text } = await t.client.matrix.export({ id: matrix.id, format: 'html', rowIds: [at(matrix, 0, 0).rowId] });
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;&quot;x&quot;');
    expect(text).toContain('<p lang="zh-Hans">阅读</p>');
    expect(text.match(/<tr>/g)).toHaveLength(2);
  });

  test('has the rows asked for, in the order asked for', async () => {
    const matrix = await make();
    const rowIds = matrix.rows
      .map(({ id }) => id)
      .toReversed()
      .slice(0, 2);
    const { text } = await t.client.matrix.export({ id: matrix.id, format: 'markdown', side: 'primary', rowIds });
    const names = text
      .split('\n')
      .slice(4, 6)
      .map((line) => line.split('|')[1]?.trim().slice(0, 8));
    const titles = rowIds.map((id) =>
      matrix.rows
        .find((row) => row.id === id)
        ?.title.slice(0, 8)
        .trim(),
    );
    expect(names).toEqual(titles);
    await expect(t.client.matrix.export({ id: surveyId, format: 'csv' })).rejects.toMatchObject({
      code: 'not_found',
      message: like(/matrix/),
    });
  });
});
