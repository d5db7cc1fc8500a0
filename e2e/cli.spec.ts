// The command line as it is built: standard output, standard error, exit codes, and a library held by a running host.
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from './fixtures.ts';
import { runCli } from './host.ts';

test('init makes a library, once', async ({ folder }) => {
  const library = join(folder, 'library');
  const made = await runCli(['init', library, '--primary', 'de', '--secondary', 'ja', '--json']);
  expect(made.code).toBe(0);
  expect(JSON.parse(made.stdout)).toMatchObject({ primary: 'de', secondary: 'ja' });
  const again = await runCli(['init', library, '--json']);
  expect([again.code, again.stdout]).toEqual([2, '']);
  expect(again.stderr).toContain(library);
});

test('bad input ends with 2 and one plain line, nothing on standard output', async ({ folder }) => {
  for (const args of [
    ['fly'],
    ['list', 'papers', '--library', join(folder, 'none')],
    ['import', 'pdf', '--library', folder],
  ]) {
    const { code, stdout, stderr } = await runCli([...args, '--json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
});

test('a library held by a running host is worked on through it, and the host says so to its windows', async ({
  host,
  folder,
}) => {
  const survey = join(folder, 'survey.md');
  await writeFile(survey, '# Notes\n\n> Paper: [A study](https://doi.org/10.1234/abc.5)\n\n1. It holds.\n');
  const events = await fetch(`${host.url}/rpc/events/subscribe`, {
    method: 'POST',
    headers: host.asCli(),
    body: '{"json":{}}',
  });
  const reader = events.body!.getReader();
  const imported = await runCli(['import', 'survey', survey, '--library', host.libraryDir, '--json']);
  expect(imported.stderr).toBe('');
  const { surveyId } = JSON.parse(imported.stdout) as { surveyId: string };
  let heard = '';
  while (!heard.includes('"changed"')) heard += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  const out = join(folder, 'out.md');
  expect((await runCli(['export', 'survey', surveyId, '-o', out, '--library', host.libraryDir])).code).toBe(0);
  expect(await readFile(out, 'utf8')).toBe(await readFile(survey, 'utf8'));
});

test('a library held by someone who does not answer ends with 3', async ({ host }) => {
  const lock = join(host.libraryDir, 'lock.json');
  const holder = JSON.parse(await readFile(lock, 'utf8')) as { pid: number };
  await writeFile(lock, JSON.stringify({ ...holder, url: 'http://127.0.0.1:1' }));
  const { code, stdout, stderr } = await runCli(['list', 'papers', '--library', host.libraryDir, '--json']);
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toContain(String(holder.pid));
});

test('an address that leads off this machine is never followed', async ({ host }) => {
  const lock = join(host.libraryDir, 'lock.json');
  await writeFile(lock, JSON.stringify({ pid: 1, host: 'x', url: 'http://127.0.0.1.evil.example:80', token: 'x' }));
  expect((await runCli(['list', 'papers', '--library', host.libraryDir])).code).toBe(3);
});

test('a second serve on the same library prints a fresh link of the first', async ({ host }) => {
  const { code, stdout } = await runCli(['serve', '--no-open', '--library', host.libraryDir]);
  expect(code).toBe(0);
  const link = /^Glossa is ready: (\S+)$/m.exec(stdout)![1]!;
  expect(new URL(link).origin).toBe(host.origin);
  expect((await fetch(await host.newLink(), { redirect: 'manual' })).status).toBe(303);
});

test('someone who stops reading is no error', async ({ host }) => {
  const cli = resolve(import.meta.dirname, '../out/main/cli.js');
  const child = spawn(process.execPath, [cli, 'list', 'papers', '--library', host.libraryDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  expect(await new Promise((done) => child.once('close', done))).toBe(0);
  expect(stderr).toBe('');
});
