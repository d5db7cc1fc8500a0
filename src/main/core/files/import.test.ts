// PDFs brought in, one core for all: each test has papers and files of its own.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportedFile } from '#shared/files.ts';
import { like, openTestCore, type TestCore } from '../testing.ts';
import { column, makePdf, type Piece, type TestPdf } from './extract/test-pdf.ts';

const dir = mkdtempSync(join(tmpdir(), 'glossa-import-'));
let t: TestCore;
beforeAll(async () => {
  t = await openTestCore();
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  expect(readdirSync(join(t.dir, 'files')).filter((name) => name.startsWith('.'))).toEqual([]);
  await t.end();
  rmSync(dir, { recursive: true });
});

const title = (text: string): Piece => ({ text, x: 50, y: 740, size: 18, font: 'F2' });
const lines = (...texts: string[]): Piece[] => column(texts, 50, 690);

/** A file of its own name holding a PDF: pages of pieces. */
function pdf(name: string, pages: Piece[][], extra: Omit<TestPdf, 'pages'> = {}): string {
  const path = join(dir, name);
  writeFileSync(path, makePdf({ pages: pages.map((pieces) => ({ pieces })), ...extra }));
  return path;
}
async function one(path: string, paperId?: string): Promise<ImportedFile> {
  const [result, ...more] = await t.importPdfs([path], paperId);
  expect(more).toEqual([]);
  return result!;
}
const create = (title: string, fields: object = {}) => t.client.papers.create({ title, ...fields });

describe('each file has one status', () => {
  test('added: a new paper of the title, authors and DOI the PDF shows', async () => {
    const path = pdf('new.pdf', [[title('Entirely New Work on Margins'), ...lines('Ann Lee', 'doi:10.5555/new.1')]], {
      info: { Author: 'Ann Lee' },
    });
    const result = await one(path);
    expect(result).toMatchObject({ path, status: 'added', matchedBy: 'none', message: '' });
    expect(await t.client.papers.get({ id: result.paperId ?? '' })).toMatchObject({
      title: 'Entirely New Work on Margins',
      authors: [{ family: 'Lee', given: 'Ann' }],
      doi: '10.5555/new.1',
      files: [{ sha256: result.sha256, pageCount: 1, state: 'ready', label: 'new' }],
    });
  });

  test('already: the same bytes under another name, a copy of nothing', async () => {
    const first = await one(pdf('twin one.pdf', [[title('A Twin in Two Places')]]));
    const second = await one(pdf('twin two.pdf', [[title('A Twin in Two Places')]]));
    expect(second).toMatchObject({ status: 'already', sha256: first.sha256, paperId: first.paperId });
    expect((await t.client.papers.list({})).filter((paper) => paper.title.includes('Twin'))).toHaveLength(1);
  });

  test('damaged: a PDF cut short is kept, byte for byte', async () => {
    const whole = readFileSync(pdf('whole.pdf', [[title('To be Cut')], lines('more').concat(lines('words'))]));
    const path = join(dir, 'cut.pdf');
    const cut = whole.subarray(0, 400);
    writeFileSync(path, cut);
    const result = await one(path);
    expect(result).toMatchObject({ status: 'damaged', message: like(/./) });
    const sent = await t.fetch(`/file/${result.sha256}.pdf`);
    expect(Buffer.from(await sent.arrayBuffer()).equals(cut)).toBe(true);
    expect((await t.fetch(`/text/${result.sha256}/1`)).status).toBe(404);
    expect((await t.client.papers.get({ id: result.paperId ?? '' })).title).toBe('cut');
  });

  test('locked: a PDF under a password', async () => {
    expect(await one(pdf('secret.pdf', [[title('Secret')]], { password: 'open sesame' }))).toMatchObject({
      status: 'locked',
      message: like(/password/),
    });
  });

  test('refused: what is none, by its name, and nothing of it is kept', async () => {
    const path = join(dir, 'page.pdf');
    writeFileSync(path, '<html>Please log in</html>');
    const before = await t.client.files.list({});
    expect(await one(path)).toMatchObject({
      status: 'refused',
      sha256: null,
      paperId: null,
      message: like(/^page\.pdf: /),
    });
    expect(await one(join(dir, 'no such.pdf'))).toMatchObject({
      status: 'refused',
      message: like(/no such\.pdf is not there/),
    });
    expect(await t.client.files.list({})).toEqual(before);
  });
});

describe('a PDF goes to the paper it is', () => {
  test('by its DOI, filling only what the paper lacks', async () => {
    const paper = await create('What the Survey Calls It', { doi: '10.5555/by.doi', authors: [{ literal: 'Kept' }] });
    const path = pdf(
      'doi.pdf',
      [[title('What its Own Page Calls It'), ...lines('Bo Chan', 'https://doi.org/10.5555/BY.DOI')]],
      {
        info: { Author: 'Bo Chan' },
      },
    );
    expect(await one(path)).toMatchObject({ paperId: paper.id, matchedBy: 'doi' });
    expect(await t.client.papers.get({ id: paper.id })).toMatchObject({
      title: 'What the Survey Calls It',
      authors: [{ literal: 'Kept' }],
    });
  });

  test('by its arXiv id', async () => {
    const paper = await create('Preprint', { arxivId: '2301.00001' });
    const stamp: Piece = { text: 'arXiv:2301.00001v3 [cs.CL] 2 Jan 2023', x: 30, y: 200, size: 14, turn: 90 };
    expect(await one(pdf('arxiv.pdf', [[title('Under Another Title'), stamp]]))).toMatchObject({
      paperId: paper.id,
      matchedBy: 'arxiv',
    });
  });

  test('by its title, broken over lines and in another case', async () => {
    const paper = await create('Marginal glosses and the second-language reader');
    const page = [title('MARGINAL GLOSSES AND THE'), { ...title('SECOND-LANGUAGE READER'), y: 718 }];
    expect(await one(pdf('title.pdf', [page]))).toMatchObject({ paperId: paper.id, matchedBy: 'title' });
  });

  test('by the title in the secondary language', async () => {
    const paper = await create('A title no page shows at all', {
      titleSecondary: 'Unterrichtsglossen im Zweitspracherwerb',
    });
    expect(await one(pdf('second.pdf', [[title('Unterrichtsglossen im Zweitspracherwerb')]]))).toMatchObject({
      paperId: paper.id,
      matchedBy: 'title',
    });
  });

  test('by a short title only where the page names the author', async () => {
    const paper = await create('Glossaries', { authors: [{ family: 'Okonkwo', given: 'C' }] });
    expect((await one(pdf('short.pdf', [[title('Glossaries'), ...lines('Somebody Else')]]))).matchedBy).toBe('none');
    expect(await one(pdf('short2.pdf', [[title('Glossaries'), ...lines('Chidi Okonkwo')]]))).toMatchObject({
      paperId: paper.id,
      matchedBy: 'title',
    });
  });

  test('not to one whose title is only a part of its own', async () => {
    await create('A Survey of Marginal Annotation');
    const path = pdf('longer.pdf', [[title('A Survey of Marginal Annotation Abroad')]]);
    expect(await one(path)).toMatchObject({ matchedBy: 'none' });
  });

  test('not to one whose title its references give', async () => {
    await create('Deep Reading of Annotated Manuscripts');
    const words = Array.from({ length: 12 }, (_, i) => `Line ${i} of the text goes on about many other things here`);
    const references = [...lines(...words, 'References', '[1] Deep Reading of Annotated Manuscripts. 2019.')];
    expect(await one(pdf('citing.pdf', [[title('A Work that Cites')], references]))).toMatchObject({
      matchedBy: 'none',
    });
  });

  test('of several DOIs on page 1, to the one whose title it bears', async () => {
    const cited = await create('The Cited Companion Paper', { doi: '10.5555/cited' });
    const own = await create('The Paper Itself with Companions', { doi: '10.5555/own' });
    const page = [...lines('Companion to https://doi.org/10.5555/cited', 'doi:10.5555/own')];
    const found = await one(pdf('several.pdf', [[title('The Paper Itself with Companions'), ...page]]));
    expect(found).toMatchObject({ paperId: own.id, matchedBy: 'doi' });
    expect((await t.client.papers.get({ id: cited.id })).files).toEqual([]);
  });

  test('of several unknown DOIs none is given to the new paper', async () => {
    const path = pdf('unknown.pdf', [[title('Of Doubtful Number'), ...lines('10.5555/one.x and', '10.5555/two.x')]]);
    const { paperId } = await one(path);
    expect((await t.client.papers.get({ id: paperId ?? '' })).doi).toBeNull();
  });

  test('of two papers with the same title, to the one whose author it names', async () => {
    await create('Identical Titles of Different Works', { authors: [{ family: 'Arnold', given: 'A' }] });
    const right = await create('Identical Titles of Different Works', { authors: [{ family: 'Zimmer', given: 'Z' }] });
    const path = pdf('identical.pdf', [[title('Identical Titles of Different Works'), ...lines('Zoe Zimmer')]]);
    expect(await one(path)).toMatchObject({ paperId: right.id, matchedBy: 'title' });
  });
});

describe('a paper named by the user', () => {
  test('gets the file whatever it says, and a file may belong to two', async () => {
    const [a, b] = [await create('First Owner'), await create('Second Owner')];
    const path = pdf('bound.pdf', [[title('Some Third Title Entirely')]]);
    expect(await one(path, a.id)).toMatchObject({ status: 'added', paperId: a.id, matchedBy: null });
    expect(await one(path, b.id)).toMatchObject({ status: 'already', paperId: b.id });
    expect((await t.client.papers.get({ id: b.id })).files).toHaveLength(1);
  });

  test('that is not there, or in the trash, ends the job before a byte is stored', async () => {
    const path = pdf('orphan.pdf', [[title('Orphan')]]);
    const gone = await create('Gone');
    await t.client.papers.remove({ id: gone.id });
    const before = await t.client.files.list({});
    for (const paperId of [gone.id, '01890000-0000-7000-8000-000000000000']) {
      await expect(t.importPdfs([path], paperId)).rejects.toThrow(/paperId/);
    }
    expect(await t.client.files.list({})).toEqual(before);
  });
});

test('a file whose paper lies in the trash brings it back', async () => {
  const path = pdf('trashed.pdf', [[title('Thrown Away and Wanted Again')]]);
  const { paperId } = await one(path);
  await t.client.papers.remove({ id: paperId ?? '' });
  expect(await one(path)).toMatchObject({ status: 'already', paperId, message: like(/back from the trash/) });
  expect((await t.client.papers.get({ id: paperId ?? '' })).deletedAt).toBeNull();
  await t.client.history.undo({});
  expect((await t.client.papers.get({ id: paperId ?? '' })).deletedAt).not.toBeNull();
});

test('undo takes an imported file and its paper back, and the file can come again', async () => {
  const path = pdf('undone.pdf', [[title('Undone and Done Again')]]);
  const { sha256, paperId } = await one(path);
  await t.client.history.undo({});
  await expect(t.client.papers.get({ id: paperId ?? '' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(t.client.files.get({ sha256: sha256 ?? '' })).rejects.toMatchObject({ code: 'not_found' });
  expect(await one(path)).toMatchObject({ status: 'added', sha256 });
});

test('a batch tells its progress file by file, and one bad file does not stop the rest', async () => {
  const folder = join(dir, 'batch');
  mkdirSync(folder);
  for (let i = 0; i < 4; i += 1) pdf(join('batch', `${i}.pdf`), [[title(`Batch Number ${i}`)]]);
  writeFileSync(join(folder, '1.pdf'), 'no pdf');
  const events = await t.client.events.subscribe({});
  await events.next();
  const results = await t.importPdfs([folder]);
  expect(results.map(({ status }) => status)).toEqual(['added', 'refused', 'added', 'added']);
  const seen: { done: number; total: number; state: string }[] = [];
  for await (const event of events) {
    if (event.type !== 'job') continue;
    seen.push(event.job);
    if (event.job.state !== 'running') break;
  }
  expect(seen.at(-1)).toMatchObject({ state: 'done', done: 4, total: 4 });
  expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => a - b));
});

test('a cancelled import keeps what is done, and a file it was cut off in is not taken for damaged', async () => {
  const folder = join(dir, 'long');
  mkdirSync(folder);
  for (let i = 0; i < 6; i += 1) {
    const pages = Array.from({ length: 120 }, (_, page) => lines(`Page ${page}`, `of volume ${i}`));
    pdf(join('long', `${i}.pdf`), [[title(`Volume ${i} of the Long Work`)], ...pages]);
  }
  const events = await t.client.events.subscribe({});
  const { jobId } = await t.client.files.import({ sources: t.core.admit([folder]) });
  for await (const event of events) {
    if (event.type === 'changed' && event.tables.file) break;
  }
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await t.client.jobs.cancel({ id: jobId })).toEqual({ cancelled: true });
  expect(await t.client.jobs.wait({ id: jobId })).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
  const kept = (await t.client.files.list({})).filter(
    (file) => /^\d\.pdf$/.test(file.originalName) && file.pageCount > 9,
  );
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(6);
  expect((await t.client.files.list({})).filter((file) => file.message === 'Cancelled.')).toEqual([]);
  const again = await t.importPdfs([folder]);
  expect(again.map(({ status }) => status).toSorted()).toEqual([
    ...Array.from({ length: 6 - kept.length }, () => 'added'),
    ...Array.from({ length: kept.length }, () => 'already'),
  ]);
});

test('a source is used once; a later job is told to choose again', async () => {
  const sources = t.core.admit([pdf('once.pdf', [[title('Used Once')]])]);
  const run = async () => (await t.client.jobs.wait({ id: (await t.client.files.import({ sources })).jobId })).result;
  expect(await run()).toMatchObject([{ status: 'added' }]);
  expect(await run()).toMatchObject([{ status: 'refused', message: like(/Choose it again/) }]);
});
