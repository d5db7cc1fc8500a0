// Watches a page for what must never happen: errors, broken content policy, requests that leave the origin.
import type { Page } from '@playwright/test';

export class Watch {
  readonly problems: string[] = [];
  readonly #allowed: RegExp[] = [];
  #isOver = false;

  /** From here on, problems that match are expected. Say in the test why. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** The test is over: what a page says when its program goes away is no problem. */
  end(): void {
    this.#isOver = true;
  }

  /** @param origin where requests may go, null while nothing is loaded; `blob:` and `data:` stay in the page. */
  follow(page: Page, origin: () => string | null): void {
    page.on('pageerror', (error) => this.#note(`page error: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      // Broken content policy arrives here too.
      if (message.type() === 'error') this.#note(`console error: ${message.text()} (${message.location().url})`);
    });
    page.on('request', (request) => {
      const { protocol, origin: target } = new URL(request.url());
      const home = origin();
      if (protocol !== 'blob:' && protocol !== 'data:' && home !== null && target !== home)
        this.#note(`left the origin: ${request.url()}`);
    });
    page.on('crash', () => this.#note('the page crashed'));
  }

  #note(problem: string): void {
    if (!this.#isOver && !this.#allowed.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }
}
