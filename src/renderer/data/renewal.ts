// Changes come in bursts (an import writes hundreds of times): renewals run one after the other, each for all that
// changed meanwhile, so that reading never falls behind and never piles up.
import { invalidateTables } from './freshness.ts';

/** No renewal holds up the next for longer than this. */
const PATIENCE_MS = 1000;

/** Runs `renew` for tables as they change; the first at once, later ones together when the former is done. */
export class Renewal {
  readonly #renew: (tables: readonly string[]) => Promise<unknown>;
  readonly #patienceMs: number;
  readonly #waiting = new Set<string>();
  #isRunning = false;

  constructor(renew: (tables: readonly string[]) => Promise<unknown>, patienceMs = PATIENCE_MS) {
    this.#renew = renew;
    this.#patienceMs = patienceMs;
  }

  /** These tables changed. */
  changed(tables: readonly string[]): void {
    for (const table of tables) this.#waiting.add(table);
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.size > 0) {
      const tables = [...this.#waiting];
      this.#waiting.clear();
      const patience = new Promise((resolve) => setTimeout(resolve, this.#patienceMs));
      // A read that fails shows its own error where it is read.
      await Promise.race([this.#renew(tables).catch(() => undefined), patience]);
    }
    this.#isRunning = false;
  }
}

/** The window's one renewal. */
export const renewal = new Renewal(invalidateTables);
