import { expect, test } from 'vitest';
import { like, openTestCore } from './testing.ts';

test('a refused input names the call and the field', async () => {
  const t = await openTestCore();
  await expect(t.client.papers.get({ id: 'seven' })).rejects.toMatchObject({
    code: 'bad_input',
    message: like(/^papers\.get: id: /),
  });
  await expect(t.client.papers.get({ id: '01890000-0000-7000-8000-000000000000' })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(t.bugs).toEqual([]);
  await t.end();
});

test('unknown paths and calls are answered, not left hanging', async () => {
  const t = await openTestCore();
  expect((await t.fetch('/nowhere')).status).toBe(404);
  expect((await t.fetch('/rpc/papers/explode', { method: 'POST', body: '{}' })).status).toBe(404);
  expect((await t.fetch('/file/nonsense.pdf')).status).toBe(404);
  expect((await t.fetch(`/file/${'0'.repeat(64)}.pdf`)).status).toBe(404);
  expect((await t.fetch(`/file/${'0'.repeat(64)}.pdf`, { method: 'POST' })).status).toBe(405);
  await t.end();
});

test('a window may not name paths; the command line may', async () => {
  const t = await openTestCore();
  const body = JSON.stringify({ paths: ['/etc/hostname'] });
  expect((await t.fetch('/admit', { method: 'POST', body }, 'window')).status).toBe(403);
  expect((await t.fetch('/admit', { method: 'POST', body }, 'cli')).status).toBe(200);
  expect((await t.fetch('/admit', { method: 'POST', body: '{"paths":[1]}' }, 'cli')).status).toBe(400);
  await t.end();
});

test('a window hears of every change, once, with the rows it touched', async () => {
  const t = await openTestCore();
  const events = await t.client.events.subscribe({});
  const first = await events.next();
  expect(first.value).toMatchObject({ type: 'hello' });
  const paper = await t.client.papers.create({ title: 'Heard' });
  const second = await events.next();
  expect(second.value).toMatchObject({ type: 'changed', tables: { paper: [paper.id] } });
  await events.return?.();
  await t.end();
});

test('an upload becomes a source, and is gone after a restart', async () => {
  const t = await openTestCore();
  const answer = await t.fetch('/upload?name=a.pdf', { method: 'POST', body: 'not a pdf at all' });
  const { source } = (await answer.json()) as { source: string };
  const { jobId } = await t.client.files.import({ sources: [source] });
  const job = await t.client.jobs.wait({ id: jobId });
  expect(job.result).toMatchObject([{ path: 'a.pdf', status: 'refused', sha256: null }]);
  const again = await t.client.files.import({ sources: [source] });
  expect((await t.client.jobs.wait({ id: again.jobId })).result).toMatchObject([{ status: 'refused' }]);
  await t.end();
});
