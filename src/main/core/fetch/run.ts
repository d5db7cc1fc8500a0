// Runs the queue: one download at a time for each host, with a pause between them; what was cut off goes on.
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { basename } from 'node:path';
import { importInto } from '../files/index.ts';
import type { Tx, Work } from '../kinds.ts';
import { PUBLIC, type Policy } from './address.ts';
import { download, LIMITS, type Limits, type Outcome } from './download.ts';
import { waiting, type ItemRow } from './sql.ts';

/** Papers fetched in one run at most. */
const MOST = 100;
/** Between two requests to one host, in ms; arXiv asks for three seconds. */
const PAUSE_MS = 3000;
/** Hosts asked at the same time. */
const HOSTS = 3;

export type RunOptions = { policy: Policy; limits: Limits; pauseMs: number };
const STRICT: RunOptions = { policy: PUBLIC, limits: LIMITS, pauseMs: PAUSE_MS };

/** The job behind `fetch.run`; safe to repeat: what is done is no longer in the queue. */
export async function runQueue(work: Work, options: RunOptions = STRICT): Promise<{ fetched: number; failed: number }> {
  const rows = waiting(work.db, MOST);
  const folder = join(work.library.dir, 'cache', 'fetch');
  mkdirSync(folder, { recursive: true });
  const byHost = [...Map.groupBy(rows, (row) => new URL(row.url).host).values()];
  const count = { fetched: 0, failed: 0 };
  const tell = (name: string): void => work.progress(count.fetched + count.failed, rows.length, name);
  const worker = async (): Promise<void> => {
    for (let host = byHost.shift(); host; host = byHost.shift()) {
      for (const [at, row] of host.entries()) {
        if (at > 0) await pause(options.pauseMs, undefined, { signal: work.signal });
        work.signal.throwIfAborted();
        tell(row.url);
        const isDone = await fetchOne(work, row, join(folder, `${row.id}.part`), options);
        count[isDone ? 'fetched' : 'failed'] += 1;
        tell(row.url);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS }, worker));
  return count;
}

/** Writes what changed of an item; told to windows, but no step of the history. */
function set(tx: Tx, id: string, changes: Partial<ItemRow>): void {
  const names = Object.keys(changes) as (keyof ItemRow)[];
  tx.outside.run(
    `UPDATE fetch_item SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
    ...names.map((name) => changes[name] ?? null),
    id,
  );
  tx.outside.changed('fetch_item', id);
}

async function fetchOne(work: Work, row: ItemRow, part: string, options: RunOptions): Promise<boolean> {
  const update = (changes: Partial<ItemRow>): void => work.write((tx) => set(tx, row.id, changes));
  update({ state: 'running', reason: null, detail: '{}', tries: row.tries + 1 });
  let told = 0;
  const outcome = await download({
    url: row.url,
    part,
    validator: row.validator,
    policy: options.policy,
    limits: options.limits,
    signal: work.signal,
    wait: (ms) => pause(ms, undefined, { signal: work.signal }),
    onProgress: (bytes, total, validator) => {
      // Once a second is enough to see it move; the validator must be kept with the first bytes.
      const now = work.clock();
      if (told !== 0 && now - told < 1000) return;
      told = now;
      update({ bytes, total, validator });
    },
  });
  const end = outcome.ok ? await takeIn(work, row, part) : outcome;
  if (end.ok || end.reason !== 'cut-off') await rm(part, { force: true });
  update(
    end.ok
      ? { state: 'done' }
      : {
          state: 'failed',
          reason: end.reason,
          detail: JSON.stringify(end.params),
          ...(end.reason !== 'cut-off' && { bytes: 0, validator: '' }),
        },
  );
  return end.ok;
}

async function takeIn(work: Work, row: ItemRow, part: string): Promise<Outcome> {
  const name = `${basename(new URL(row.url).pathname).replace(/\.pdf$/i, '') || 'download'}.pdf`;
  const file = await importInto(work, { path: part, name }, row.paper_id);
  if (file.sha256 !== null && file.status !== 'damaged') return { ok: true };
  return { ok: false, reason: 'damaged', params: { message: file.message } };
}
