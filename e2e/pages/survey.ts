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
