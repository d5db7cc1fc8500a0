// Writing: a command of the contract. What goes wrong is said in a toast, and thrown on to the caller.
import { useCallback } from 'react';
import type { ErrorCode } from '#shared/errors.ts';
import { toast } from '../ui/toast-queue.ts';
import type { InputAt, OutputAt, RoomName, VerbOf } from './calls.ts';
import { callByName } from './client.ts';
import { isConnected } from './connection.ts';
import { invalidateAll } from './freshness.ts';
import { problemCode, toAppError } from './problems.ts';
import { problemText } from './problem-messages.ts';

/** `quiet`: the caller itself says what went wrong, whatever it is or where it has one of these codes. */
export type WriteOptions = { quiet?: boolean | readonly ErrorCode[] };

/** Runs the command `room.verb`. Rejects with an AppError, after a toast unless `quiet` or cancelled. */
export async function write<R extends RoomName, V extends VerbOf<R, 'command'>>(
  room: R,
  verb: V,
  input: InputAt<R, V>,
  options: WriteOptions = {},
): Promise<OutputAt<R, V>> {
  try {
    const answer = (await callByName(room, verb, input)) as OutputAt<R, V>;
    // Without the event stream nobody else would tell the cache.
    if (!isConnected()) void invalidateAll();
    return answer;
  } catch (thrown) {
    const error = toAppError(thrown);
    const { quiet = false } = options;
    const isQuiet = typeof quiet === 'boolean' ? quiet : quiet.includes(error.code);
    if (!isQuiet && problemCode(error) !== 'cancelled') toast({ text: problemText(error), tone: 'problem' });
    throw error;
  }
}

/** The command `room.verb` as a stable function; see {@link write}. */
export function useWrite<R extends RoomName, V extends VerbOf<R, 'command'>>(
  room: R,
  verb: V,
): (input: InputAt<R, V>, options?: WriteOptions) => Promise<OutputAt<R, V>> {
  return useCallback((input, options) => write(room, verb, input, options), [room, verb]);
}
