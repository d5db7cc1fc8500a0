// A real core on a temporary library, for tests. Not part of the program.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { expect } from 'vitest';
import type { Client } from '#shared/contract.ts';
import type { ImportedFile } from '#shared/files.ts';
import { openCore, type Core } from './core.ts';
import type { Caller, Log } from './kinds.ts';
import type { Spawn } from './files/extract/spawn.ts';

/** Starts the extractor or the index from its source; Node strips the types. */
export const testSpawn: Spawn = (entry) => {
  const source = entry === 'search' ? 'search/entry.ts' : 'files/extract/entry.ts';
  const child = fork(join(import.meta.dirname, source), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  });
  return {
    pid: child.pid,
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (f) => void child.on('message', f),
    onExit: (f) => void child.once('close', f),
    kill: () => void child.kill('SIGKILL'),
  };
};

export type TestCore = {
  core: Core;
  client: Client;
  dir: string;
  /** Bugs logged so far. */
  bugs: unknown[];
  fetch(path: string, init?: RequestInit, caller?: Caller): Promise<Response>;
  importPdfs(paths: string[], paperId?: string): Promise<ImportedFile[]>;
  /** Closes and opens again, as a restart does. */
  reopen(): Promise<TestCore>;
  /** Closes, and removes the folder unless it was given. */
  end(): Promise<void>;
};

const ORIGIN = 'http://core.test';

/** Opens a library in a new temporary folder, or in `dir`. `clock` counts from it where given. */
export async function openTestCore(
  options: {
    dir?: string;
    clock?: () => number;
    spawn?: Spawn;
    readOnly?: boolean;
    backups?: { outside: string };
  } = {},
): Promise<TestCore> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'glossa-test-'));
  const bugs: unknown[] = [];
  const log: Log = (level, message, error) => {
    if (level === 'error') bugs.push(error ?? message);
  };
  const create = { primary: 'en', secondary: 'zh-Hans' };
  const core = await openCore({
    libraryDir: dir,
    spawn: options.spawn ?? testSpawn,
    create,
    log,
    // A test that searches says so by searching; no other pays for an index.
    indexing: 'on demand',
    ...(options.clock && { clock: options.clock }),
    ...(options.readOnly && { readOnly: true }),
    ...(options.backups && { backups: options.backups }),
  });
  const link = new RPCLink({ url: `${ORIGIN}/rpc`, fetch: (request) => core.handle(request, 'cli') });
  const client = createORPCClient(link) as unknown as Client;
  return {
    core,
    client,
    dir,
    bugs,
    fetch: (path, init, caller) => core.handle(new Request(ORIGIN + path, init), caller),
    importPdfs: async (paths, paperId) => {
      const { jobId } = await client.files.import({ sources: core.admit(paths), ...(paperId && { paperId }) });
      const job = await client.jobs.wait({ id: jobId });
      if (job.state !== 'done') throw new Error(`Import ${job.state}: ${job.error?.message}`);
      return job.result as ImportedFile[];
    },
    reopen: async () => {
      await core.close();
      return openTestCore({ ...options, dir });
    },
    end: async () => {
      await core.close();
      if (!options.dir) rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Matches a text inside `toMatchObject`; a bare regular expression there would match anything. */
export const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
