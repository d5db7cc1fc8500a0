// The queue: what can be put in, what is passed over, and that nothing of it is a step of the history.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';
import { pdfAddress } from './address-of.ts';

let t: TestCore;
beforeEach(async () => {
  t = await openTestCore();
});
afterEach(async () => {
  expect(t.bugs).toEqual([]);
  await t.end();
});

test('papers with a usable address and no PDF can be queued, once each, and taken out again', async () => {
  const arxiv = await t.client.papers.create({ title: 'A', arxivId: '2001.00001' });
  const page = await t.client.papers.create({ title: 'B', url: 'https://example.org/about-a-paper' });
  expect(await t.client.fetch.candidates({})).toEqual([
    { paperId: arxiv.id, title: 'A', url: 'https://arxiv.org/pdf/2001.00001', host: 'arxiv.org' },
  ]);
  const before = (await t.client.history.state({})).undo?.seq;
  expect(await t.client.fetch.add({ paperIds: [arxiv.id, page.id] })).toEqual({ queued: 1 });
  await t.client.fetch.add({ paperIds: [arxiv.id] });
  const queue = await t.client.fetch.list({});
  expect(queue).toMatchObject([{ paperId: arxiv.id, title: 'A', state: 'queued', bytes: 0 }]);
  expect(await t.client.fetch.candidates({})).toEqual([]);
  expect((await t.client.history.state({})).undo?.seq).toBe(before);
  await t.client.fetch.remove({ ids: queue.map(({ id }) => id) });
  expect(await t.client.fetch.list({})).toEqual([]);
});

test.each([
  ['https://arxiv.org/abs/2001.00001', null],
  ['http://example.org/paper.pdf', 'https://example.org/paper.pdf'],
  ['https://openreview.net/forum?id=AbC_12', 'https://openreview.net/pdf?id=AbC_12'],
  ['https://aclanthology.org/2020.acl-main.1/', 'https://aclanthology.org/2020.acl-main.1.pdf'],
  ['file:///etc/passwd.pdf', null],
  ['no address', null],
])('of the link %s the PDF is at %s', (url, address) => {
  expect(pdfAddress({ arxivId: null, url })).toBe(address);
});
