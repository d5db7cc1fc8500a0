// How the next "choose files" of a page is answered: a browser's own chooser, or the system's dialog of a desktop window.
import type { Page } from '@playwright/test';

type Answer = (files: string[]) => unknown;
const natives = new WeakMap<Page, Answer>();

/** This page's program asks in the system's own dialog: `answer` says what the next one gives. */
export function answerChoosers(page: Page, answer: Answer): void {
  natives.set(page, answer);
}

/** Presses what asks for files, and chooses these. */
export async function chooseFiles(page: Page, press: () => Promise<void>, files: string[]): Promise<void> {
  const native = natives.get(page);
  if (native) {
    await native(files);
    return press();
  }
  const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 15_000 }), press()]);
  await chooser.setFiles(files);
}
