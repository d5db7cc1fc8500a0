// The app as a reader sees it, in verbs: library, surveys, undo. One class a screen; selectors live only here.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { chooseFiles } from '../choosers.ts';

export class App {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Answers the next file chooser with these files. */
  async #choose(press: () => Promise<void>, files: string[]): Promise<void> {
    await chooseFiles(this.page, press, files);
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

  /** Opens a paper in the reader, as a link from elsewhere in the app does; it need not have a PDF. */
  async openReader(paperId: string): Promise<void> {
    await this.page.evaluate((id) => (location.hash = `#/reader/${id}`), paperId);
  }

  /** A paper's row in the list. */
  row(title: string): Locator {
    return this.page.getByRole('row').filter({ hasText: title });
  }

  async filter(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Filter papers' }).fill(words);
  }

  /** Selects a paper in the list and moves it to the trash by key. */
  async trash(title: string): Promise<void> {
    await this.row(title).click();
    await this.page.keyboard.press('Delete');
  }

  async openTrash(): Promise<void> {
    await this.page.getByRole('link', { name: /^Trash/ }).click();
  }

  async restore(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Restore: ${title}` }).click();
  }

  /** Drops a file on a place of the window, as from the desktop. */
  async drop(file: string, on: Locator): Promise<void> {
    const bytes = (await readFile(file)).toString('base64');
    const dataTransfer = await this.page.evaluateHandle(
      ({ bytes, name }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))], name));
        return data;
      },
      { bytes, name: basename(file) },
    );
    for (const type of ['dragenter', 'dragover', 'drop']) await on.dispatchEvent(type, { dataTransfer });
  }

  /** Takes back what the message at the edge of the window tells of. */
  async undoFromToast(): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
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
