// The findings beside the page, in verbs. Findings are 1-based.
import type { Locator, Page } from '@playwright/test';

export type Stance = 'Supports' | 'Contradicts' | 'Qualifies' | 'Mentions';

export class Findings {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  finding(number: number): Locator {
    return this.page.getByRole('group', { name: `Finding ${number}`, exact: true });
  }

  /** The pieces of evidence of a finding. */
  evidence(number: number): Locator {
    return this.finding(number).getByRole('list', { name: 'Evidence' }).getByRole('listitem');
  }

  /** The evidence of the finding that has these words; unlike a number, words cannot name a finding not shown yet. */
  evidenceOf(words: string): Locator {
    return this.page
      .getByRole('group', { name: /^Finding \d+$/ })
      .filter({ hasText: words })
      .getByRole('list', { name: 'Evidence' })
      .getByRole('listitem');
  }

  /** The piece of evidence with these words. */
  evidenceOn(number: number, words: string): Locator {
    return this.evidence(number).filter({ hasText: words });
  }

  /** Changes how a piece of evidence stands to its finding. */
  async take(evidence: Locator, stance: Stance): Promise<void> {
    await evidence.getByRole('button', { name: /change the stance$/ }).click();
    await this.page.getByRole('menuitemradio', { name: stance }).click();
  }

  async comment(evidence: Locator, words: string): Promise<void> {
    await evidence.hover();
    await evidence.getByRole('button', { name: 'Add a comment' }).click();
    await evidence.getByLabel('Comment on this evidence').fill(words);
    await this.page.keyboard.press('Escape');
  }

  async open(evidence: Locator): Promise<void> {
    await evidence.getByRole('button', { name: /^Show in the page/ }).click();
  }

  async unlink(evidence: Locator): Promise<void> {
    await evidence.hover();
    await evidence.getByRole('button', { name: 'Unlink this evidence' }).click();
  }
}
