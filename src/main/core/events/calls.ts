// The one event stream a window listens to.
import type { AppEvent, events } from '#shared/events.ts';
import type { Handlers, Services } from '../kinds.ts';

/** Events a slow listener may fall behind before it is cut off; it then reconnects and reads afresh. */
const MAX_WAITING = 10_000;

export const eventsCalls: Handlers<typeof events> = {
  subscribe: (core, _input, signal) => listen(core, signal),
};

async function* listen(core: Services, signal: AbortSignal | undefined): AsyncGenerator<AppEvent> {
  const waiting: AppEvent[] = [{ type: 'hello', libraryId: core.library.id }];
  let wake: () => void = () => undefined;
  const stop = core.subscribe((event) => {
    waiting.push(event);
    wake();
  });
  const abort = (): void => wake();
  signal?.addEventListener('abort', abort);
  try {
    while (!signal?.aborted && waiting.length < MAX_WAITING) {
      const event = waiting.shift();
      if (event) yield event;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stop();
    signal?.removeEventListener('abort', abort);
  }
}
