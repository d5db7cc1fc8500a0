// Questions and answers between the double's process and the test's, over the channel of a child process.
type Message =
  | { kind: 'ask'; id: number; what: string; args: unknown[] }
  | { kind: 'answer'; id: number; value?: unknown; error?: string };

type Handler = (...args: never[]) => unknown;

/** One end of the channel. */
export class Link {
  readonly #send: (message: Message) => void;
  readonly #waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  readonly #handlers = new Map<string, Handler>();
  #next = 0;

  constructor(send: (message: Message) => void) {
    this.#send = send;
  }

  /** Answers questions of this name. What the handler throws comes out at the other end. */
  on(what: string, handler: Handler): void {
    this.#handlers.set(what, handler);
  }

  /** Asks the other end. Never answered when that process is gone. */
  ask<T = unknown>(what: string, ...args: unknown[]): Promise<T> {
    const id = (this.#next += 1);
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done: done as (value: unknown) => void, fail });
      this.#send({ kind: 'ask', id, what, args });
    });
  }

  /** To be called with every message that comes in. */
  readonly receive = (message: unknown): void => void this.#take(message as Message);

  async #take(message: Message): Promise<void> {
    if (message.kind === 'answer') {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) waiting?.done(message.value);
      else waiting?.fail(new Error(message.error));
      return;
    }
    const { id, what, args } = message;
    try {
      const handler = this.#handlers.get(what);
      if (!handler) throw new Error(`Nobody answers ${what}`);
      this.#send({ kind: 'answer', id, value: await handler(...(args as never[])) });
    } catch (error) {
      this.#send({ kind: 'answer', id, error: error instanceof Error ? error.message : String(error) });
    }
  }
}
