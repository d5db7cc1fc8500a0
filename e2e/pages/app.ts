// The app as a reader sees it, in verbs: library, surveys, undo. One class a screen; selectors live only here.
import type { Page } from '@playwright/test';

export class App {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Answers the next file chooser with these files. */
  async #choose(press: () => Promise<void>, files: string[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser', { timeout: 15_000 }), press()]);
    await chooser.setFiles(files);
  }

  /** Imports a survey through the preview, and ends in its document. */
  async importSurvey(file: string): Promise<void> {
    await this.page
      .getByRole('button', { name: /survey/i })
      .first()
      .waitFor();
    await this.#choose(() => this.page.keyboard.press('ControlOrMeta+Shift+I'), [file]);
    const dialog = this.page.getByRole('dialog', { name: 'Import a survey' });
    await dialog.getByText('This is what Glossa understood').waitFor();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Adds PDFs and waits until the work is done. */
  async addPdfs(files: string[]): Promise<void> {
    await this.#choose(() => this.page.keyboard.press('ControlOrMeta+O'), files);
  }

  async openLibrary(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^All papers/ })
      .or(this.page.getByRole('link', { name: /^All papers/ }))
      .first()
      .click();
  }

  /** Opens a paper from the list. */
  async read(title: string): Promise<void> {
    await this.page.getByRole('row').filter({ hasText: title }).dblclick();
    await this.page.locator('.page canvas').first().waitFor();
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+Z');
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }
}
