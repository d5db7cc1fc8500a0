import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LibrariesState } from '#shared/libraries.ts';
import { openCore } from '../core/core.ts';
import { like, testSpawn } from '../core/testing.ts';
import { makeClient } from './client.ts';
import { openLibraries, type Libraries } from './libraries.ts';
import { makeRecents } from './recents.ts';

const create = { primary: 'en', secondary: 'zh-Hans' };
let folder: string;
let libraries: Libraries;
const at = (name: string): string => join(folder, name);

const start = (dir: string): Promise<Libraries> =>
  openLibraries(dir, false, {
    open: (where, how) => openCore({ libraryDir: where, spawn: testSpawn, backups: { outside: at('out') }, ...how }),
    recents: makeRecents(at('data')),
    outside: at('out'),
    log: () => undefined,
  });
const ask = async (path = '', body?: object): Promise<{ status: number } & LibrariesState> => {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  const response = await libraries.handle(new Request(`http://core.test/libraries${path}`, init), 'window');
  return { status: response.status, ...((await response.json()) as LibrariesState) };
};
const client = () => makeClient((request) => libraries.handle(request, 'window'));
const titles = async () => (await client().papers.list({})).map(({ title }) => title);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glossa-libraries-'));
  for (const name of ['first', '第二'])
    await (await openCore({ libraryDir: at(name), spawn: testSpawn, create })).close();
  libraries = await start(at('first'));
});
afterEach(async () => {
  await libraries.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a host goes from library to library, and remembers them by ticket, never by path', async () => {
  await client().papers.create({ title: 'In the first' });
  await libraries.open(at('第二'));
  expect(await titles()).toEqual([]);
  const state = await ask();
  expect(state).toMatchObject({ current: { name: '第二' }, recents: [{ name: 'first', isThere: true }] });
  expect(JSON.stringify(state)).not.toContain(folder);
  const back = await ask('/open', { ticket: state.recents[0]?.ticket });
  expect(back).toMatchObject({ status: 200, current: { name: 'first' }, recents: [{ name: '第二' }] });
  expect(await titles()).toEqual(['In the first']);
  expect(existsSync(join(at('第二'), 'lock.json'))).toBe(false);
});

test('one that cannot be opened leaves the present one open', async () => {
  await client().papers.create({ title: 'Still here' });
  await expect(libraries.open(at('none'))).rejects.toMatchObject({ code: 'not_found' });
  for (const ticket of ['', 'ffff', at('第二'), 7]) expect((await ask('/open', { ticket })).status).toBe(404);
  expect(await titles()).toEqual(['Still here']);
});

test('a damaged library opens as the choice of its backups, and is restored from there', async () => {
  await client().papers.create({ title: 'Before' });
  await libraries.core?.backUp();
  await libraries.close();
  truncateSync(join(at('first'), 'library.sqlite'), 0);
  libraries = await start(at('first'));
  expect(libraries.core).toBeNull();
  await expect(client().papers.list({})).rejects.toMatchObject({ code: 'damaged' });
  const { problem, current } = await ask();
  expect(current).toBeNull();
  expect(problem).toMatchObject({ code: 'damaged', name: 'first', message: like(/missing or empty/) });
  const hourly = problem?.backups.find(({ why }) => why === 'hourly');
  expect(problem?.backups.map(({ why }) => why).sort()).toEqual(['hourly', 'outside']);
  expect((await ask('/restore', { name: '../../etc' })).status).toBe(404);
  expect(await ask('/restore', { name: hourly?.name })).toMatchObject({ status: 200, problem: null });
  expect(await titles()).toEqual(['Before']);
});

test('a sound library is put back to a backup under its windows', async () => {
  await client().papers.create({ title: 'Then' });
  const name = await libraries.core?.backUp();
  await client().papers.create({ title: 'Since' });
  expect((await ask('/restore', { name })).status).toBe(200);
  expect(await titles()).toEqual(['Then']);
});

test('what can be read of it can be looked at without being changed', async () => {
  await client().papers.create({ title: 'Look' });
  expect(await ask('/read-only', {})).toMatchObject({ status: 200, problem: null });
  expect(await titles()).toEqual(['Look']);
  await expect(client().papers.create({ title: 'No' })).rejects.toMatchObject({ code: 'refused' });
});
