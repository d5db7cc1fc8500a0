// Binds every call of the contract to its handler, each kind by its rules: checked input, one transaction a command,
// typed errors, bugs logged and masked.
import { ORPCError, os, type AnyRouter } from '@orpc/server';
import type { z } from 'zod';
import type { Call, Room } from '#shared/calls.ts';
import { contract, type Contract } from '#shared/contract.ts';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import { annotationsCalls } from './annotations/index.ts';
import { collectionsCalls } from './collections/index.ts';
import { eventsCalls } from './events/index.ts';
import { fetchCalls } from './fetch/index.ts';
import { filesCalls } from './files/index.ts';
import { findingsCalls } from './findings/index.ts';
import { historyCalls } from './history/index.ts';
import { jobsCalls, type JobBody } from './jobs/index.ts';
import type { Handlers, Log, Services, Tx, Work } from './kinds.ts';
import { libraryCalls } from './library/index.ts';
import { matrixCalls } from './matrix/index.ts';
import { notesCalls } from './notes/index.ts';
import { outlinesCalls } from './outlines/index.ts';
import { papersCalls } from './papers/index.ts';
import { searchCalls } from './search/index.ts';
import { settingsCalls } from './settings/index.ts';
import { surveysCalls } from './surveys/index.ts';
import { tagsCalls } from './tags/index.ts';
import { termsCalls } from './terms/index.ts';
import { translationCalls } from './translation/index.ts';

const handlers: { [R in keyof Contract]: Handlers<Contract[R]> } = {
  annotations: annotationsCalls,
  collections: collectionsCalls,
  events: eventsCalls,
  fetch: fetchCalls,
  files: filesCalls,
  findings: findingsCalls,
  history: historyCalls,
  jobs: jobsCalls,
  library: libraryCalls,
  matrix: matrixCalls,
  notes: notesCalls,
  outlines: outlinesCalls,
  papers: papersCalls,
  search: searchCalls,
  settings: settingsCalls,
  surveys: surveysCalls,
  tags: tagsCalls,
  terms: termsCalls,
  translation: translationCalls,
};

/** What the router needs of the core. */
export type Engine = { services: Services; write<T>(f: (tx: Tx) => T): T; log: Log };

// The binding is generic over all calls; per-room types are checked where `handlers` is declared.
type AnyHandler = (context: unknown, input: unknown, signal?: AbortSignal) => unknown;

function bodyOf(engine: Engine, handler: AnyHandler): JobBody {
  return async (input, control) => {
    const work: Work = { ...engine.services, ...control, write: engine.write };
    return handler(work, input);
  };
}

function answer(engine: Engine, name: string, call: Call, handler: AnyHandler) {
  return ({ input, signal }: { input: unknown; signal?: AbortSignal | undefined }): unknown => {
    switch (call.kind) {
      case 'query':
      case 'stream':
        return handler(engine.services, input, signal);
      case 'command':
        refuseReadOnly(engine);
        return engine.write((tx) => handler(tx, input));
      case 'job':
        refuseReadOnly(engine);
        return { jobId: engine.services.jobs.start(name, input, bodyOf(engine, handler)) };
    }
  };
}

function refuseReadOnly({ services }: Engine): void {
  if (!services.library.isReadOnly) return;
  throw new AppError('refused', 'This library is open for reading only: its folder may not be written to.');
}

/** Turns what a handler threw into what the caller gets. */
function toWire(error: unknown, name: string, log: Log): unknown {
  if (error instanceof ORPCError) return describeInput(error as ORPCError<string, unknown>, name);
  if (error instanceof AppError) {
    const { status } = ERROR_CODES[error.code];
    return new ORPCError(error.code, { status, message: error.message, data: error.details });
  }
  log('error', `Bug in ${name}`, error);
  return new ORPCError('internal', { status: 500, message: 'Something went wrong in Glossa. It was logged.' });
}

type Issue = { path?: readonly (PropertyKey | { key: PropertyKey })[]; message: string };

/** A refused input names its first bad field. */
function describeInput(error: ORPCError<string, unknown>, name: string): unknown {
  const data = error.data as { issues?: Issue[] } | undefined;
  const issue = data?.issues?.[0];
  if (!issue) return error;
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return new ORPCError('bad_input', {
    status: 400,
    message: `${name}: ${path || 'input'}: ${issue.message}`,
    data: {},
  });
}

const rooms = Object.entries(contract) as [keyof Contract, Room][];

/** The whole contract as an oRPC router over one open core. */
export function makeRouter(engine: Engine): AnyRouter {
  const router: Record<string, Record<string, unknown>> = {};
  for (const [room, calls] of rooms) {
    const bound: Record<string, unknown> = {};
    for (const [verb, call] of Object.entries(calls)) {
      const name = `${room}.${verb}`;
      const handler = (handlers[room] as unknown as Record<string, AnyHandler>)[verb];
      if (!handler) throw new Error(`No handler for ${name}.`);
      bound[verb] = os
        .use(async ({ next }) => {
          try {
            return await next();
          } catch (error) {
            throw toWire(error, name, engine.log);
          }
        })
        .input(call.input as z.ZodType)
        .handler(answer(engine, name, call, handler) as never);
    }
    router[room] = bound;
  }
  return router as AnyRouter;
}

/** The body of a job by its call's name, to take up what a crash cut off. */
export function jobBody(engine: Engine, name: string): JobBody | undefined {
  const [room = '', verb = ''] = name.split('.');
  const call = (contract as unknown as Record<string, Room>)[room]?.[verb];
  const handler = (handlers as unknown as Record<string, Record<string, AnyHandler>>)[room]?.[verb];
  return call?.kind === 'job' && handler ? bodyOf(engine, handler) : undefined;
}
