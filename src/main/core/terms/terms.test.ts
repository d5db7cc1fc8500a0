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

test('a term keeps its forms, aliases and note, and every change of it is one step', async () => {
  const made = await t.client.terms.create({
    primary: ' gloss ',
    secondary: '旁注',
    aliases: [
      { side: 'secondary', text: '注解', status: 'deprecated' },
      { side: 'secondary', text: '旁 注', status: 'admitted' },
      { side: 'primary', text: 'marginal note', status: 'admitted' },
    ],
  });
  expect(made).toMatchObject({ primary: 'gloss', secondary: '旁注' });
  expect(made.aliases.map(({ text }) => text)).toEqual(['注解', 'marginal note']);
  const edited = await t.client.terms.edit({ id: made.id, note: 'Of a text.', aliases: made.aliases.slice(1) });
  expect(edited).toMatchObject({ primary: 'gloss', note: 'Of a text.', aliases: [{ text: 'marginal note' }] });
  await t.client.history.undo({});
  expect(await t.client.terms.get({ id: made.id })).toEqual(made);
  await t.client.history.undo({});
  expect(await t.client.terms.list({})).toEqual([]);
  await t.client.history.redo({});
  expect(await t.client.terms.list({})).toEqual([made]);
});

test('the same form is one term, except where the other language tells two apart', async () => {
  const cell = await t.client.terms.create({ primary: 'cell', secondary: '细胞' });
  await t.client.terms.create({ primary: 'Cell', secondary: '电池' });
  await expect(t.client.terms.create({ primary: 'CELL' })).rejects.toMatchObject({
    code: 'conflict',
    message: like(/“cell” already/i),
  });
  await expect(t.client.terms.create({})).rejects.toMatchObject({ code: 'bad_input' });
  await t.client.terms.remove({ id: cell.id });
  expect((await t.client.terms.list({ trashed: true })).map(({ id }) => id)).toEqual([cell.id]);
  await t.client.terms.restore({ id: cell.id });
  expect(await t.client.terms.list({})).toHaveLength(3);
});
