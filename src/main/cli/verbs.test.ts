// Verbs on a real core. The whole program, as it is built, is driven in e2e/cli.spec.ts.
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportedFile } from '#shared/files.ts';
import type { SurveyImport } from '#shared/surveys.ts';
import { typeset } from '../core/files/extract/test-typeset.ts';
import { openTestCore, type TestCore } from '../core/testing.ts';
import { makeClient, type Send } from '../host/client.ts';
import { readInvocation } from './args.ts';
import type { Answer, Library } from './verb.ts';
import { verbs } from './verbs.ts';

let core: TestCore;
let library: Library;
let folder: string;

beforeEach(async () => {
  core = await openTestCore();
  folder = mkdtempSync(join(tmpdir(), 'glossa-cli-'));
  const send: Send = (request) => core.core.handle(request, 'cli');
  library = { client: makeClient(send), send, origin: 'http://core.invalid' };
});
afterEach(async () => {
  await core.end();
  rmSync(folder, { recursive: true });
});

async function run(...argv: string[]): Promise<Answer> {
  const { verb, args } = readInvocation(argv, verbs);
  if (!('run' in verb)) throw new Error(`${verb.name} runs alone`);
  return verb.run(library, args);
}

const SURVEY = `---
title: Retrieval of notes
---

# One section

> Paper: [A study of marginal notes](https://doi.org/10.1234/abc.5)

1. Readers who gloss remember more.
`;

async function importSurvey(): Promise<SurveyImport> {
  const file = join(folder, 'survey.md');
  writeFileSync(file, SURVEY);
  return (await run('import', 'survey', file)).json as SurveyImport;
}

test('a survey goes in, says what was understood, and comes out byte for byte', async () => {
  const found = await importSurvey();
  expect(found.papers).toHaveLength(1);
  const { text } = await run('export', 'survey', found.surveyId);
  expect(Buffer.from(text as Uint8Array).toString()).toBe(SURVEY);
});

test('an export into a file is whole', async () => {
  const { surveyId } = await importSurvey();
  const file = join(folder, 'out.md');
  const { json } = await run('export', 'survey', surveyId, '-o', file);
  expect(json).toEqual({ surveyId, file, bytes: Buffer.byteLength(SURVEY) });
  expect(readFileSync(file, 'utf8')).toBe(SURVEY);
});

test('an export to where nothing can be written is a storage error', async () => {
  const { surveyId } = await importSurvey();
  await expect(run('export', 'survey', surveyId, '-o', join(folder, 'no/such/out.md'))).rejects.toMatchObject({
    code: 'storage',
  });
});

test.skipIf(process.platform === 'win32')('an export leaves links, modes and pipes what they are', async () => {
  const { surveyId } = await importSurvey();
  const [file, link] = [join(folder, 'out.md'), join(folder, 'link.md')];
  writeFileSync(file, 'before');
  chmodSync(file, 0o600);
  symlinkSync(file, link);
  await run('export', 'survey', surveyId, '-o', link);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(SURVEY);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = promisify(execFile)('cat', [pipe]);
  await run('export', 'survey', surveyId, '-o', pipe);
  expect((await reader).stdout).toBe(SURVEY);
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});

test('an export onto a folder is refused', async () => {
  const { surveyId } = await importSurvey();
  await expect(run('export', 'survey', surveyId, '-o', folder)).rejects.toMatchObject({ code: 'bad_input' });
});

test('lists give what was imported', async () => {
  const { surveyId } = await importSurvey();
  expect((await run('list', 'surveys')).json).toMatchObject([{ id: surveyId, title: 'Retrieval of notes' }]);
  expect((await run('list', 'papers')).json).toMatchObject([
    { title: 'A study of marginal notes', doi: '10.1234/abc.5', files: [] },
  ]);
  expect((await run('list', 'findings')).json).toMatchObject([
    { primary: 'Readers who gloss remember more.', evidence: [] },
  ]);
});

test('undo takes the import back, redo brings it again, and an empty history is told', async () => {
  await importSurvey();
  expect((await run('undo')).json).toMatchObject({ step: { label: 'survey.import' } });
  expect((await run('list', 'papers')).json).toEqual([]);
  expect((await run('redo')).json).toMatchObject({ step: { label: 'survey.import' } });
  expect((await run('list', 'papers')).json).toHaveLength(1);
  expect((await run('redo')).text).toBe('There is nothing to redo.');
});

test('doctor finds a new library sound', async () => {
  expect(await run('doctor')).toMatchObject({ json: { ok: true }, exitCode: 0 });
});

const unknown = 'a'.repeat(64);
test.each([
  [['import', 'survey', '/no/such/file.md'], 'bad_input', '/no/such/file.md'],
  [['import', 'pdf', '/no/such/file.pdf'], 'bad_input', '/no/such/file.pdf'],
  [['import', 'survey', tmpdir()], 'bad_input', 'folder'],
  [['import', 'survey', '/dev/null'], 'bad_input', 'plain file'],
  [['text', 'a'.repeat(64)], 'bad_input', '--page N'],
  [['text', 'abc', '--page', '1'], 'bad_input', 'SHA-256'],
  [['text', unknown, '--page', '0'], 'bad_input', '--page'],
  [['text', unknown, '--page', '1'], 'not_found', unknown],
  [['annotate', unknown, '--page', '1'], 'bad_input', '--quote'],
  [['annotate', unknown, '--page', '1', '--quote', 'x', '--color', 'pink'], 'bad_input', 'yellow'],
  [['annotate', unknown, '--page', '1', '--quote', 'x', '--stance', 'mentions'], 'bad_input', '--finding'],
  [['evidence', 'suggest', 'x'], 'bad_input', 'list findings'],
  [['evidence', 'suggest', '01a20671-02f1-7690-a7e2-724da1c507b3'], 'not_found', 'finding'],
  [['evidence', 'suggest', '01a20671-02f1-7690-a7e2-724da1c507b3', '--scope', 'x'], 'bad_input', '--scope'],
  [['export', 'survey', '1'], 'bad_input', 'id'],
  [['export', 'survey', '01a20671-02f1-7690-a7e2-724da1c507b3'], 'not_found', '01a20671'],
])('%s is refused with the reason', async (argv, code, words) => {
  await expect(run(...argv)).rejects.toMatchObject({ code, message: expect.stringContaining(words) as string });
});

test('a paper’s annotations go over to another of its files, and the report says what became of each', async () => {
  const words =
    'Notes at the margin help readers remember what they read, most of all where the text is hard to follow.';
  const more =
    'After one week those who had written notes remembered twice as much of the article as all of the others.';
  writeFileSync(join(folder, 'v1.pdf'), typeset([words, more], { columns: 1 }));
  writeFileSync(
    join(folder, 'v2.pdf'),
    typeset(['This is the second version.', words], { columns: 2, hyphenate: true }),
  );
  const [first] = (await run('import', 'pdf', join(folder, 'v1.pdf'))).json as ImportedFile[];
  const { sha256 = '', paperId = '' } = { sha256: first?.sha256 ?? '', paperId: first?.paperId ?? '' };
  await run('annotate', sha256, '--page', '1', '--quote', 'help readers remember what they read');
  await run('annotate', sha256, '--page', '1', '--quote', 'remembered twice as much');
  const [second] = (await run('import', 'pdf', join(folder, 'v2.pdf'))).json as ImportedFile[];
  const to = second?.sha256 ?? '';
  await library.client.files.assign({ sha256: to, paperId });
  await expect(run('reanchor', paperId)).rejects.toMatchObject({ code: 'bad_input' });
  // The other file is no longer the paper's only one: it is put back, and both are.
  await core.importPdfs([join(folder, 'v1.pdf')], paperId);
  const { json, text } = await run('reanchor', paperId, '--to', to);
  expect(json).toMatchObject({ placed: 1, fuzzy: [], review: [{ quote: 'remembered twice as much' }] });
  expect(text).toContain('1 of 2 placed, 1 need you');
});
