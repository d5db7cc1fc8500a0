// A survey's document, in verbs.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

export class Survey {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a survey from the sidebar. */
  async open(title: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: title }).click();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Opens a paper from its card in the text. */
  async openPaper(title: string): Promise<void> {
    await this.page
      .getByRole('button', { name: `Open “${title}` })
      .first()
      .click();
  }

  /** Follows the badge beside a finding to its first evidence. */
  async followEvidence(finding: string): Promise<void> {
    await this.page
      .getByRole('listitem')
      .filter({ hasText: finding })
      .getByRole('button', { name: /^Open the finding: \d+ piece/ })
      .click();
  }

  /** Opens the Markdown. */
  async edit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Edit Markdown' }).click();
    await this.page.getByRole('textbox', { name: 'Markdown of the survey' }).waitFor();
  }

  /** Finds words in the editor and types others over them, as its own search does. */
  async replaceInEditor(words: string, others: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Markdown of the survey' }).click();
    await this.page.keyboard.press('ControlOrMeta+f');
    const find = this.page.getByPlaceholder('Find');
    await find.fill(words);
    await this.page.getByPlaceholder('Replace').fill(others);
    await this.page.getByRole('button', { name: 'replace all' }).click();
    await find.press('Escape');
  }

  /** What the Markdown will look like. */
  get preview() {
    return this.page.getByRole('region', { name: 'Preview' });
  }

  /** Saves, and goes back to the document. */
  async done(): Promise<void> {
    await this.page.getByRole('button', { name: 'Done' }).click();
    await this.page.getByRole('button', { name: 'Edit Markdown' }).waitFor();
  }

  /** Shows what is missing. */
  async showCoverage(): Promise<void> {
    await this.page.getByRole('button', { name: /^Coverage/ }).click();
    await this.coverage.waitFor();
  }

  get coverage() {
    return this.page.getByRole('region', { name: 'Coverage' });
  }

  /** The bytes the window's own export gives. */
  async export(): Promise<Buffer> {
    await this.page.getByRole('button', { name: 'More' }).click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('menuitem', { name: 'Export Markdown' }).click(),
    ]);
    return readFile(await download.path());
  }
}
