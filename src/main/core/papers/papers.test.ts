import { afterAll, beforeAll, expect, test } from 'vitest';
import { like, openTestCore, type TestCore } from '../testing.ts';

let t: TestCore;
beforeAll(async () => {
  t = await openTestCore();
});
afterAll(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

const papers = () => t.client.papers;

test('papers of one author, title and year are told apart by letters: a to z, then aa', async () => {
  const keys: string[] = [];
  for (let i = 0; i < 29; i += 1) {
    const made = await papers().create({ title: 'Clash', authors: [{ family: 'Doe', given: 'J' }], year: 2020 });
    keys.push(made.citekey);
  }
  expect(keys.slice(0, 3)).toEqual(['doeClash2020', 'doeClash2020a', 'doeClash2020b']);
  expect(keys.slice(26)).toEqual(['doeClash2020z', 'doeClash2020aa', 'doeClash2020ab']);
});

test('a citation key given is kept, refused when it is another’s, and made anew when emptied', async () => {
  const own = await papers().create({ title: 'Own Key', citekey: 'mine' });
  expect(own.citekey).toBe('mine');
  await expect(papers().create({ title: 'Thief', citekey: 'mine' })).rejects.toMatchObject({
    code: 'conflict',
    message: like(/^citekey: .*Own Key/),
  });
  expect(await papers().update({ id: own.id, fields: { citekey: '' } })).toMatchObject({ citekey: 'OwnKey' });
});

test('a paper’s key stays the same when its title or year changes', async () => {
  const { id, citekey } = await papers().create({ title: 'Stable Key', year: 2001 });
  expect(await papers().update({ id, fields: { title: 'Other Words', year: 2002 } })).toMatchObject({ citekey });
});

test('a paper needs a title', async () => {
  await expect(papers().create({ title: ' \n' })).rejects.toMatchObject({ code: 'bad_input', message: like(/title/) });
  const { id } = await papers().create({ title: 'Named' });
  await expect(papers().update({ id, fields: { title: '' } })).rejects.toMatchObject({ code: 'bad_input' });
  expect((await papers().get({ id })).title).toBe('Named');
});

test('a DOI or arXiv id may be pasted as an address, and belongs to one paper', async () => {
  const first = await papers().create({
    title: 'First',
    doi: 'https://doi.org/10.5555/ABC.',
    arxivId: 'arXiv:1706.03762v5',
  });
  expect(first).toMatchObject({ doi: '10.5555/abc', arxivId: '1706.03762' });
  const second = await papers().create({ title: 'Second' });
  await expect(papers().update({ id: second.id, fields: { doi: '10.5555/abc' } })).rejects.toMatchObject({
    code: 'conflict',
    message: 'DOI 10.5555/abc belongs to “First”.',
    data: { paperId: first.id },
  });
  await expect(papers().update({ id: second.id, fields: { arxivId: '1706.03762v1' } })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await papers().get({ id: second.id })).toEqual(second);
  await expect(papers().update({ id: second.id, fields: { doi: 'ten dot five' } })).rejects.toMatchObject({
    code: 'bad_input',
    message: like(/^doi: .*ten dot five/),
  });
});

test('an update that changes nothing makes no step and no new time', async () => {
  const made = await papers().create({ title: 'Same', authors: [{ literal: 'Group' }], doi: '10.5555/same' });
  const before = (await t.client.history.state({})).undo?.seq;
  const fields = { title: 'Same', authors: [{ literal: 'Group' }], doi: 'doi:10.5555/SAME', year: null };
  expect(await papers().update({ id: made.id, fields })).toEqual(made);
  expect((await t.client.history.state({})).undo?.seq).toBe(before);
});

test('authors are reordered, removed and added, and undo brings each list back', async () => {
  const [a, b, c] = ['A', 'B', 'C'].map((family) => ({ family, given: 'X' }));
  const { id } = await papers().create({ title: 'Team', authors: [a!, b!, c!] });
  const lists = [[c!, a!, b!], [b!], [], [b!, { literal: 'Group' }, c!, a!]];
  for (const authors of lists) {
    expect((await papers().update({ id, fields: { authors } })).authors).toEqual(authors);
  }
  for (const authors of [...lists.slice(0, -1).toReversed(), [a!, b!, c!]]) {
    await t.client.history.undo({});
    expect((await papers().get({ id })).authors).toEqual(authors);
  }
});

test('a paper does not come back from the trash while another has its DOI', async () => {
  const old = await papers().create({ title: 'Old', doi: '10.5555/twice' });
  await papers().remove({ id: old.id });
  const fresh = await papers().create({ title: 'New', doi: '10.5555/twice' });
  await expect(papers().restore({ id: old.id })).rejects.toMatchObject({ code: 'conflict', message: like(/New/) });
  await papers().update({ id: fresh.id, fields: { doi: null } });
  expect(await papers().restore({ id: old.id })).toMatchObject({ doi: '10.5555/twice', deletedAt: null });
});

test('what hangs on a paper in the trash is out of sight, and back with it', async () => {
  const { id: paperId } = await papers().create({ title: 'Hidden' });
  const { id } = await t.client.findings.create({ paperId, primary: 'A claim of the hidden paper' });
  await t.client.notes.addPassage({ paperId, primary: 'A note on it' });
  const seen = async () => [
    (await t.client.findings.list({})).some((finding) => finding.id === id),
    (await t.client.notes.list({})).some((note) => note.paperId === paperId),
  ];
  expect(await seen()).toEqual([true, true]);
  await papers().remove({ id: paperId });
  expect(await seen()).toEqual([false, false]);
  expect(await t.client.findings.list({ paperId })).toHaveLength(1);
  await papers().restore({ id: paperId });
  expect(await seen()).toEqual([true, true]);
});
