// The whole API: every call the app can make, by room. Start reading here.
import type { z } from 'zod';
import { annotations } from './annotations.ts';
import type { Call } from './calls.ts';
import { collections } from './collections.ts';
import { events } from './events.ts';
import { fetch } from './fetch.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { history } from './history.ts';
import { jobs, type JobStarted } from './jobs.ts';
import { library } from './library.ts';
import { matrix } from './matrix.ts';
import { notes } from './notes.ts';
import { outlines } from './outlines.ts';
import { papers } from './papers.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { surveys } from './surveys.ts';
import { tags } from './tags.ts';
import { terms } from './terms.ts';
import { translation } from './translation.ts';

export const contract = {
  annotations,
  collections,
  events,
  fetch,
  files,
  findings,
  history,
  jobs,
  library,
  matrix,
  notes,
  outlines,
  papers,
  search,
  settings,
  surveys,
  tags,
  terms,
  translation,
};
export type Contract = typeof contract;

/** What a caller passes to a call. */
export type InputOf<C extends Call> = z.input<C['input']>;
/** What a call yields in the end (a job: when it is done). */
export type OutputOf<C extends Call> = z.output<C['output']>;
/** What a call answers: a job answers with its id, a stream with an iterator of events. */
export type AnswerOf<C extends Call> = C['kind'] extends 'job'
  ? JobStarted
  : C['kind'] extends 'stream'
    ? AsyncIterableIterator<OutputOf<C>>
    : OutputOf<C>;

/** The contract as functions: what every caller (window, command line, test) holds. `Options` is the caller's own (an abort signal). */
export type Client<Options = object> = {
  [R in keyof Contract]: {
    [V in keyof Contract[R]]: Contract[R][V] extends Call
      ? (input: InputOf<Contract[R][V]>, options?: Options) => Promise<AnswerOf<Contract[R][V]>>
      : never;
  };
};
