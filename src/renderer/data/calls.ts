// Types that pick calls out of the contract: which rooms and verbs there are, and what each takes and gives.
import type { Call, Kind } from '#shared/calls.ts';
import type { Contract, InputOf, OutputOf } from '#shared/contract.ts';

/** A room of the contract, e.g. `papers`. */
export type RoomName = keyof Contract;

/** The verbs of a room that are of kind `K`. */
export type VerbOf<R extends RoomName, K extends Kind> = {
  [V in keyof Contract[R] & string]: Contract[R][V] extends { kind: K } ? V : never;
}[keyof Contract[R] & string];

/** The declaration behind `room.verb`. */
export type CallAt<R extends RoomName, V extends keyof Contract[R]> = Contract[R][V] extends Call
  ? Contract[R][V]
  : never;

/** What `room.verb` takes. */
export type InputAt<R extends RoomName, V extends keyof Contract[R]> = InputOf<CallAt<R, V>>;

/** What `room.verb` gives in the end. */
export type OutputAt<R extends RoomName, V extends keyof Contract[R]> = OutputOf<CallAt<R, V>>;
