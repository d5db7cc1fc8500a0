import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { Job } from '#shared/jobs.ts';
import { migrate } from '../db/migrate.ts';
import { openDb, type Db } from '../db/open.ts';
import { makeJobs, type JobBody, type Jobs } from './runner.ts';
import { listJobs } from './sql.ts';
import { like } from '../testing.ts';

let dir: string;
let db: Db;
let now: number;
let told: Job[];
let bugs: unknown[];
let jobs: Jobs;
const begin = (): Jobs =>
  makeJobs(
    db,
    () => now,
    (job) => void told.push(job),
    (error) => void bugs.push(error),
  );

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'glossa-jobs-'));
  db = openDb(join(dir, 'x.sqlite'));
  await migrate(db, async () => undefined);
  now = 1_800_000_000_000;
  [told, bugs] = [[], []];
  jobs = begin();
});
afterEach(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

/** Ends when its signal fires. */
const endless: JobBody = (_input, { signal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

test('jobs run one after another, in order, and a wait ends with the job', async () => {
  const seen: string[] = [];
  const body =
    (name: string): JobBody =>
    async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(`${name} ends`);
      return name;
    };
  const [a, b] = [jobs.start('x.a', {}, body('a')), jobs.start('x.b', {}, body('b'))];
  expect(await jobs.wait(b)).toMatchObject({ state: 'done', result: 'b', startedAt: now, endedAt: now });
  expect(await jobs.wait(a)).toMatchObject({ state: 'done', result: 'a' });
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  await expect(jobs.wait('nothing')).rejects.toMatchObject({ code: 'not_found' });
});

test('a failure the user can meet keeps its words; a bug is logged and masked', async () => {
  const storage = jobs.start('x', {}, () => Promise.reject(new AppError('storage', 'The disk is full.')));
  const bug = jobs.start('x', {}, () => Promise.reject(new Error('undefined is not a function')));
  expect(await jobs.wait(storage)).toMatchObject({
    state: 'failed',
    error: { code: 'storage', message: 'The disk is full.' },
  });
  expect(await jobs.wait(bug)).toMatchObject({ state: 'failed', error: { code: 'internal' } });
  expect((await jobs.wait(bug)).error?.message).not.toMatch(/undefined/);
  expect(bugs).toHaveLength(1);
});

test('a cancelled job says so at once, also while it waits its turn, and does not come back', async () => {
  const running = jobs.start('x', {}, endless);
  const waiting = jobs.start('x', {}, () => Promise.resolve('never'));
  expect(jobs.cancel(waiting)).toBe(true);
  expect(listJobs(db).find((job) => job.id === waiting)?.state).toBe('cancelled');
  await Promise.resolve();
  expect(jobs.cancel(running)).toBe(true);
  expect(jobs.cancel(running)).toBe(false);
  expect(await jobs.wait(running)).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' }, result: null });
  expect(await jobs.wait(waiting)).toMatchObject({ state: 'cancelled', result: null });
  expect(jobs.cancel(running)).toBe(false);
  const again: string[] = [];
  begin().resume((call) => async () => void again.push(call));
  expect(again).toEqual([]);
});

test('closing stops a job without ending it, and the next start takes it up', async () => {
  const afterwards: string[] = [];
  const id = jobs.start('x.y', { source: 'ticket', deep: [{ more: 'too' }] }, (input, control) => {
    control.afterwards(() => afterwards.push('released'));
    return endless(input, control);
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await jobs.close();
  expect(listJobs(db)).toMatchObject([{ id, state: 'running' }]);
  expect(jobs.needed()).toEqual(new Set(['ticket', 'too']));
  expect(afterwards).toEqual([]);
  const next = begin();
  next.resume((call) => async (input) => ({ call, input }));
  expect((await next.wait(id)).result).toEqual({ call: 'x.y', input: { source: 'ticket', deep: [{ more: 'too' }] } });
  expect(next.needed()).toEqual(new Set());
});

test('a job this program does not know is said to have failed, not left running for ever', async () => {
  const id = jobs.start('old.call', {}, endless);
  await jobs.close();
  const next = begin();
  next.resume(() => undefined);
  expect(await next.wait(id)).toMatchObject({
    state: 'failed',
    error: { code: 'conflict', message: like(/old\.call/) },
  });
});

test('a job that cannot write down its end does not keep the next from running', async () => {
  const bad = jobs.start('x', {}, () => Promise.resolve(10n));
  const good = jobs.start('x', {}, () => Promise.resolve('fine'));
  expect(await jobs.wait(good)).toMatchObject({ state: 'done', result: 'fine' });
  expect(await jobs.wait(bad)).toMatchObject({ state: 'failed' });
  expect(bugs).not.toEqual([]);
});

test('what is to be done afterwards is done when the end is on disk, however it ended', async () => {
  const states: (string | undefined)[] = [];
  const body =
    (end: () => Promise<unknown>): JobBody =>
    (_input, { afterwards }) => {
      afterwards(() => states.push(listJobs(db)[0]?.state));
      return end();
    };
  await jobs.wait(
    jobs.start(
      'x',
      {},
      body(() => Promise.resolve()),
    ),
  );
  await jobs.wait(
    jobs.start(
      'x',
      {},
      body(() => Promise.reject(new AppError('busy', ''))),
    ),
  );
  expect(states).toEqual(['done', 'failed']);
});

test('progress is told at most four times a second, but its end always', async () => {
  const id = jobs.start('x', {}, async (_input, { progress }) => {
    for (let i = 0; i <= 100; i += 1) {
      now += 25;
      progress(i, 100, `file ${i}`);
    }
    await Promise.resolve();
  });
  await jobs.wait(id);
  const steps = told.filter(({ state, total }) => state === 'running' && total > 0).map(({ done }) => done);
  expect(steps.at(-1)).toBe(100);
  expect(steps.length).toBeLessThan(15);
});

test('of ended jobs the latest fifty are kept', async () => {
  for (let i = 0; i < 60; i += 1) await jobs.wait(jobs.start('x', { i }, () => Promise.resolve(i)));
  begin();
  expect(db.get<{ n: number }>('SELECT count(*) AS n FROM job')?.n).toBe(50);
  expect(listJobs(db)[0]?.result).toBe(59);
});
