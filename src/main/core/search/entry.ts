// The search process: holds search.sqlite, writes what it is sent, answers queries. It may be killed at any moment.
import { answerOf, Engine } from './engine/engine.ts';
import type { Answer, Ask } from './protocol.ts';

type Numbered<T> = T & { id: number };

type ElectronPort = {
  on: (event: 'message', listener: (event: { data: unknown }) => void) => void;
  postMessage: (message: unknown) => void;
};

const electronPort = (process as unknown as { parentPort?: ElectronPort }).parentPort;
let engine: Engine | undefined;

function answer(ask: Ask): Answer {
  try {
    if (ask.op === 'open') {
      engine ??= new Engine(ask.file, ask.minFreeBytes);
      return { ok: true, value: engine.held() };
    }
    if (!engine) return { ok: false, why: 'bug', message: 'The index is not open.' };
    return answerOf(engine, ask);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const isStorage = error instanceof Error && (error as { code?: unknown }).code === 'storage';
    return { ok: false, why: isStorage ? 'full' : 'bug', message };
  }
}

function receive(message: unknown): void {
  const ask = message as Numbered<Ask>;
  const reply: Numbered<Answer> = { ...answer(ask), id: ask.id };
  if (electronPort === undefined) process.send?.(reply);
  else electronPort.postMessage(reply);
}

if (electronPort === undefined) {
  process.on('message', receive);
  // The parent is gone: nobody will ask any more.
  process.on('disconnect', () => {
    engine?.close();
    process.exit(0);
  });
} else electronPort.on('message', (event) => receive(event.data));
