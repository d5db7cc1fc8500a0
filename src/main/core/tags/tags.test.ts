// Tags: one name one tag, counts, merging, and what undo brings back.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { like, openTestCore, type TestCore } from '../testing.ts';

let library: TestCore;
const paper = async (title: string): Promise<string> => (await library.client.papers.create({ title })).id;
const add = (name: string, ...targetIds: string[]) => library.client.tags.add({ name, kind: 'paper', targetIds });
const onPapers = () => library.client.tags.taggings({ kind: 'paper' });

beforeEach(async () => {
  library = await openTestCore();
});
afterEach(() => library.end());

test('a tag is made by its first use, and found again however its name is written', async () => {
  const [a, b] = [await paper('One'), await paper('Two')];
  const made = await add('Eye tracking', a);
  const again = await add('  ＥＹＥ   Tracking ', b);
  expect(again).toEqual({ ...made, papers: 2 });
  expect(await library.client.tags.list({})).toHaveLength(1);
  expect(await onPapers()).toEqual({ [a]: [made.id], [b]: [made.id] });
});

test('tagging twice is tagging once, and a target that is not there is refused without a trace', async () => {
  const a = await paper('One');
  await add('x', a);
  expect((await add('x', a)).papers).toBe(1);
  await expect(add('y', a, '00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'not_found' });
  expect((await library.client.tags.list({})).map(({ name }) => name)).toEqual(['x']);
});

test('a paper in the trash is not counted, and counts again when it is back', async () => {
  const a = await paper('One');
  await add('x', a);
  await library.client.papers.remove({ id: a });
  expect((await library.client.tags.list({}))[0]?.papers).toBe(0);
  await library.client.papers.restore({ id: a });
  expect((await library.client.tags.list({}))[0]?.papers).toBe(1);
});

test('a name that is taken is refused with the way out named; merging brings both together in one step', async () => {
  const [a, b] = [await paper('One'), await paper('Two')];
  const old = await add('眼动', a, b);
  const kept = await add('Eye tracking', b);
  await expect(library.client.tags.rename({ id: old.id, name: 'EYE tracking' })).rejects.toMatchObject({
    code: 'conflict',
    message: like(/Merge/),
  });
  expect(await library.client.tags.merge({ id: old.id, intoId: kept.id })).toMatchObject({ papers: 2 });
  expect(await onPapers()).toEqual({ [a]: [kept.id], [b]: [kept.id] });
  await library.client.history.undo({});
  expect(await onPapers()).toEqual({ [a]: [old.id], [b]: [old.id, kept.id] });
});

test('a tag thrown away comes back with all it was on', async () => {
  const a = await paper('One');
  const tag = await add('x', a);
  await library.client.tags.discard({ id: tag.id });
  expect([await library.client.tags.list({}), await onPapers()]).toEqual([[], {}]);
  expect(await library.client.tags.restore({ id: tag.id })).toEqual(tag);
});

test('a tag of the same name made meanwhile keeps the old one in the trash', async () => {
  const a = await paper('One');
  const tag = await add('x', a);
  await library.client.tags.discard({ id: tag.id });
  await add('X', a);
  await expect(library.client.tags.restore({ id: tag.id })).rejects.toMatchObject({ code: 'conflict' });
});
