// A process for crash.test.ts to kill: opens a library, works in it, and tells its parent what was acknowledged.
// Not part of the program.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { Client } from '#shared/contract.ts';
import { openCore } from './core.ts';
import { forkChild } from './files/extract/fork.ts';

/** What the parent hears: a write that was answered, or how far an import is. */
export type Told =
  | { type: 'paper'; id: string; title: string }
  | { type: 'passage'; id: string; paperId: string; text: string }
  | { type: 'removed'; id: string }
  | { type: 'import'; jobId: string }
  | { type: 'progress'; done: number };

const [dir = '', extractor = '', run = '', ...paths] = process.argv.slice(2);
const core = await openCore({
  libraryDir: dir,
  spawn: () => forkChild(extractor),
  create: { primary: 'en', secondary: 'zh-Hans' },
  indexing: 'on demand',
});
const url = 'http://core.test';
const link = new RPCLink({ url: `${url}/rpc`, fetch: (request) => core.handle(request, 'cli') });
const client = createORPCClient(link) as unknown as Client;
const tell = (told: Told): void => void process.send?.(told);

/** Writes without end, some of it in several rows a step, each told once it is answered. */
async function write(): Promise<never> {
  for (let i = 0; ; i += 1) {
    const title = `${run}-${i}`;
    const authors = [{ family: 'First', given: 'A' }, { literal: 'Second' }];
    const paper = await client.papers.create({ title, authors, doi: `10.5555/${title}` });
    tell({ type: 'paper', id: paper.id, title });
    const passage = await client.notes.addPassage({ paperId: paper.id, primary: 'p' });
    for (const text of ['pa', 'pas', `passage of ${title}`]) {
      await client.notes.editPassage({ id: passage.id, side: 'primary', text });
      tell({ type: 'passage', id: passage.id, paperId: paper.id, text });
    }
    if (i % 3 === 2) {
      await client.papers.remove({ id: paper.id });
      tell({ type: 'removed', id: paper.id });
    }
    if (i % 4 === 3) {
      await client.papers.create({ title: `${run}-${i}-again`, authors, doi: `10.5555/${run}-${i}-again` });
      await client.history.undo({});
      await client.history.redo({});
    }
  }
}

async function bringIn(): Promise<void> {
  const events = await client.events.subscribe({});
  const upload = await core.handle(new Request(`${url}/upload?name=up.pdf`, { method: 'POST', body: 'not a PDF' }));
  const { source } = (await upload.json()) as { source: string };
  const { jobId } = await client.files.import({ sources: [...core.admit(paths), source] });
  tell({ type: 'import', jobId });
  for await (const event of events) {
    if (event.type === 'job') tell({ type: 'progress', done: event.job.done });
    if (event.type === 'changed' && event.tables.file) tell({ type: 'progress', done: -1 });
  }
}

await (paths.length > 0 ? bringIn() : write());
