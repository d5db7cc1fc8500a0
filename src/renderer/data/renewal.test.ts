import { expect, test } from 'vitest';
import { Renewal } from './renewal.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a burst of changes is renewed at once for the first, and once for all the rest', async () => {
  const runs: string[][] = [];
  let finish: () => void = () => undefined;
  const renewal = new Renewal((tables) => {
    runs.push([...tables]);
    return new Promise<void>((resolve) => (finish = resolve));
  });
  renewal.changed(['paper']);
  expect(runs).toEqual([['paper']]);
  for (let count = 0; count < 100; count += 1) renewal.changed(['file', 'paper']);
  expect(runs).toHaveLength(1);
  finish();
  await tick();
  expect(runs).toEqual([['paper'], ['file', 'paper']]);
  finish();
  await tick();
  expect(runs).toHaveLength(2);
});

test('a read that fails or never ends does not hold up later changes', async () => {
  const runs: string[][] = [];
  const renewal = new Renewal((tables) => {
    runs.push([...tables]);
    return runs.length === 1 ? Promise.reject(new Error('x')) : new Promise(() => undefined);
  }, 5);
  renewal.changed(['a']);
  await tick();
  renewal.changed(['b']);
  renewal.changed(['c']);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(runs).toEqual([['a'], ['b'], ['c']]);
});
