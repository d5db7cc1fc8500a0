import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { like, openTestCore, type TestCore } from '../testing.ts';

let t: TestCore;
beforeAll(async () => {
  t = await openTestCore();
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const newPaper = async () => (await t.client.papers.create({ title: 'Noted' })).id;
const add = async (paperId: string, primary: string, afterId?: string | null) =>
  (await t.client.notes.addPassage({ paperId, primary, ...(afterId !== undefined && { afterId }) })).id;
const passages = async (paperId: string) => (await t.client.notes.ofPaper({ paperId }))?.passages ?? [];
const order = async (paperId: string) => (await passages(paperId)).map(({ primary }) => primary).join('');

describe('the order of passages', () => {
  test('is where they were put: at the end, at the start, after another', async () => {
    const paperId = await newPaper();
    const b = await add(paperId, 'b');
    await add(paperId, 'd');
    await add(paperId, 'a', null);
    await add(paperId, 'c', b);
    expect(await order(paperId)).toBe('abcd');
  });

  test('holds after any number of moves into one gap, and each move is one undo step', async () => {
    const paperId = await newPaper();
    const [a, x, y, z] = [
      await add(paperId, 'a'),
      await add(paperId, 'x'),
      await add(paperId, 'y'),
      await add(paperId, 'z'),
    ];
    // Each time the last of x y z goes right behind a: every move halves the gap behind a.
    const turn = [x, y, z];
    for (let i = 0; i < 200; i += 1) {
      const last = turn.pop()!;
      turn.unshift(last);
      await t.client.notes.movePassage({ id: last, afterId: a });
      const now = await passages(paperId);
      expect(now.map(({ id }) => id)).toEqual([a, ...turn]);
      expect(new Set(now.map(({ position }) => position)).size).toBe(4);
    }
    for (let i = 0; i < 200; i += 1) await t.client.history.undo({});
    expect(await order(paperId)).toBe('axyz');
    expect((await t.client.history.state({})).undo?.label).toBe('passage.add');
  });

  test('holds after any number of additions at the start and behind the first', async () => {
    const paperId = await newPaper();
    const first = await add(paperId, '0');
    for (let i = 1; i <= 120; i += 1) await add(paperId, `${i} `, first);
    const numbers = (await passages(paperId)).slice(1).map(({ primary }) => Number(primary));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers).toHaveLength(120);
  });

  test('is not written anew by a move to where it is', async () => {
    const paperId = await newPaper();
    const [a, b] = [await add(paperId, 'a'), await add(paperId, 'b')];
    const before = await passages(paperId);
    await t.client.notes.movePassage({ id: b, afterId: a });
    await t.client.notes.movePassage({ id: a, afterId: null });
    expect(await passages(paperId)).toEqual(before);
    expect((await t.client.history.state({})).undo?.label).toBe('passage.add');
  });

  test('knows no place after itself or after another note’s passage', async () => {
    const [one, two] = [await newPaper(), await newPaper()];
    const [a, b] = [await add(one, 'a'), await add(two, 'b')];
    await expect(t.client.notes.movePassage({ id: a, afterId: a })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(t.client.notes.movePassage({ id: a, afterId: b })).rejects.toMatchObject({ code: 'not_found' });
    await expect(add(one, 'c', b)).rejects.toMatchObject({ code: 'not_found', message: like(/afterId/) });
  });
});

test('a removed passage is gone until undo, and cannot be written meanwhile', async () => {
  const paperId = await newPaper();
  const id = await add(paperId, 'here');
  await t.client.notes.removePassage({ id });
  expect(await passages(paperId)).toEqual([]);
  expect((await t.client.notes.list({})).some((note) => note.paperId === paperId)).toBe(false);
  await expect(t.client.notes.editPassage({ id, side: 'primary', text: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await t.client.history.undo({});
  expect(await order(paperId)).toBe('here');
});

test('a refused passage leaves no empty note behind', async () => {
  const paperId = await newPaper();
  const nobody = '01890000-0000-7000-8000-000000000000';
  await expect(t.client.notes.addPassage({ paperId, primary: 'x', annotationIds: [nobody] })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await t.client.notes.ofPaper({ paperId })).toBeNull();
  await expect(add(nobody, 'x')).rejects.toMatchObject({ code: 'not_found' });
});
