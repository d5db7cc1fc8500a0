// The core's end of the search process: starts it when it is needed, and again when it has gone.
import type { Child, Spawn } from '../files/index.ts';
import type { Answer, Ask, Held } from './protocol.ts';

/** What went wrong in the index: see {@link Answer}; `gone`: the process ended before it answered. */
export class SearchTrouble extends Error {
  readonly why: 'full' | 'broken' | 'bug' | 'gone';

  constructor(why: SearchTrouble['why'], message: string) {
    super(message);
    this.name = 'SearchTrouble';
    this.why = why;
  }
}

export type Connection = {
  /** Asks, starting the process where there is none. Rejects with {@link SearchTrouble}. */
  ask<T>(ask: Exclude<Ask, { op: 'open' }>): Promise<T>;
  isOpen(): boolean;
  pid(): number | undefined;
  /** Ends the process. It loses nothing: what was answered is on the disk. */
  close(): void;
};

/** A process that keeps ending is not started more often than this, then at growing intervals. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** @param onOpen told what the index holds each time a process has opened it. */
export function connect(spawn: Spawn, file: string, minFreeBytes: number, onOpen: (held: Held) => void): Connection {
  let child: Child | undefined;
  let opened: Promise<unknown> | undefined;
  let waiting = new Map<number, Waiting>();
  let last = 0;
  let pauseMs = 0;
  let endedAt = 0;
  let isClosed = false;

  const end = (ended: Child, message: string): void => {
    if (child !== ended) return;
    child = undefined;
    opened = undefined;
    endedAt = Date.now();
    pauseMs = Math.min(Math.max(FIRST_PAUSE_MS, pauseMs * 2), LONGEST_PAUSE_MS);
    const left = waiting;
    waiting = new Map();
    for (const { reject } of left.values()) reject(new SearchTrouble('gone', message));
  };

  const send = <T>(ask: Ask): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (!child) {
        reject(new SearchTrouble('gone', 'The search process is not running.'));
        return;
      }
      last += 1;
      waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
      child.post({ ...ask, id: last });
    });

  const receive = (message: unknown): void => {
    const answer = message as Answer & { id: number };
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (!asked) return;
    if (answer.ok) asked.resolve(answer.value);
    else asked.reject(new SearchTrouble(answer.why, answer.message));
  };

  const open = async (): Promise<void> => {
    const pause = endedAt + pauseMs - Date.now();
    if (pauseMs > FIRST_PAUSE_MS && pause > 0)
      throw new SearchTrouble('gone', 'The search process ended unexpectedly.');
    const started = spawn('search');
    child = started;
    started.onMessage(receive);
    started.onExit(() => end(started, 'The search process ended unexpectedly.'));
    try {
      onOpen(await send<Held>({ op: 'open', file, minFreeBytes }));
    } catch (error) {
      started.kill();
      end(started, 'The index could not be opened.');
      throw error;
    }
  };

  return {
    ask: async <T>(ask: Exclude<Ask, { op: 'open' }>) => {
      if (isClosed) throw new SearchTrouble('gone', 'The library is being closed.');
      opened ??= open();
      const opening = opened;
      try {
        await opening;
      } catch (error) {
        if (opened === opening) opened = undefined;
        throw error;
      }
      const value = await send<T>(ask);
      pauseMs = 0;
      return value;
    },
    isOpen: () => child !== undefined,
    pid: () => child?.pid,
    close: () => {
      isClosed = true;
      const running = child;
      if (running) end(running, 'The library is being closed.');
      running?.kill();
    },
  };
}
