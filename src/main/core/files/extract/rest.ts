// Children that have done their work and rest a moment for the next file: a warm child reads a paper in a third of the
// time a new one needs. The child takes fresh PDFium memory for each file, so nothing of one file is there for the next.

import { residentBytes } from './memory.ts';
import type { Child, Spawn } from './spawn.ts';

/** A child and who listens to it now. */
export type Worker = {
  child: Child;
  /** Told of each message; replaced with each request. */
  onMessage: (message: unknown) => void;
  /** Told once when the child has ended. */
  onExit: () => void;
};

const REST_MS = 5000;
/** A child larger than this after its work is not kept: its memory would count against the next file. */
const MAX_RESTING_BYTES = 384 * 1024 * 1024;

type Resting = { worker: Worker; clock: NodeJS.Timeout };

/** At most one resting child a spawn function. */
const resting = new Map<Spawn, Resting>();

const ignore = (): void => undefined;

/** A child ready for a request: one that rests, or a new one. The caller sets its listeners before it posts. */
export function takeWorker(spawn: Spawn): Worker {
  const found = resting.get(spawn);
  if (found !== undefined) {
    leave(spawn, found);
    return found.worker;
  }
  const child = spawn('extract');
  const worker: Worker = { child, onMessage: ignore, onExit: ignore };
  child.onMessage((message) => worker.onMessage(message));
  child.onExit(() => worker.onExit());
  return worker;
}

/** Gives back a child whose request ended with `done`; it rests, or is ended when there is one already. */
export function restWorker(spawn: Spawn, worker: Worker): void {
  const { child } = worker;
  worker.onMessage = ignore;
  if (resting.has(spawn)) {
    worker.onExit = ignore;
    child.kill();
    return;
  }
  const rest: Resting = { worker, clock: setTimeout(() => end(), REST_MS) };
  const end = (): void => {
    if (resting.get(spawn) !== rest) return;
    leave(spawn, rest);
    child.kill();
  };
  worker.onExit = end;
  resting.set(spawn, rest);
  if (child.pid === undefined) return;
  void residentBytes(child.pid).then((bytes) => {
    if (bytes !== undefined && bytes > MAX_RESTING_BYTES) end();
  });
}

function leave(spawn: Spawn, rest: Resting): void {
  clearTimeout(rest.clock);
  resting.delete(spawn);
  rest.worker.onExit = ignore;
}
