// The one event stream a window listens to.
import type { AppEvent, events } from '#shared/events.ts';
import type { Handlers, Services } from '../kinds.ts';

/** Events a slow listener may fall behind before it is cut off; it then reconnects and reads afresh. */
const MAX_WAITING = 10_000;

export const eventsCalls: Handlers<typeof events> = {
  subscribe: (core, _input, signal) => listen(core, signal),
};

/** Ends when the caller leaves, the library closes, or the caller has fallen too far behind. */
async function* listen(core: Services, signal: AbortSignal | undefined): AsyncGenerator<AppEvent> {
  const ended = signal ? AbortSignal.any([signal, core.closing]) : core.closing;
  let waiting: AppEvent[] = [{ type: 'hello', libraryId: core.library.id }];
  let isBehind = false;
  let wake: () => void = () => undefined;
  const stop = core.subscribe((event) => {
    waiting.push(event);
    if (waiting.length > MAX_WAITING) {
      // Nobody may ever ask again: what waits is let go here, not at the next request.
      stop();
      isBehind = true;
      waiting = [];
    }
    wake();
  });
  const abort = (): void => wake();
  ended.addEventListener('abort', abort);
  try {
    while (!ended.aborted && !isBehind) {
      const event = waiting.shift();
      if (event) yield event;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stop();
    ended.removeEventListener('abort', abort);
  }
}
