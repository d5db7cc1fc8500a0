// The notes beside the page, in verbs. Passages are 1-based.
import { expect, type Locator, type Page } from '@playwright/test';

export class Notes {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  passage(number: number): Locator {
    return this.page.getByRole('group', { name: `Passage ${number}`, exact: true });
  }

  field(language: 'English' | 'Chinese', number: number): Locator {
    return this.page.getByLabel(`${language}, passage ${number}`, { exact: true });
  }

  /** Adds a passage at the end; gives its number. */
  async add(): Promise<number> {
    const button = this.page.getByRole('button', { name: 'Add a passage', exact: true });
    // It stands below the passages: once it is there, so are they.
    await button.waitFor();
    const number = (await this.page.getByLabel(/^English, passage \d+$/).count()) + 1;
    await button.click();
    await expect(this.field('English', number)).toBeFocused();
    return number;
  }

  /** Appends to a side. */
  async write(language: 'English' | 'Chinese', number: number, words: string): Promise<void> {
    await this.field(language, number).focus();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.insertText(words);
  }

  /** Moves the passage one place by its keys; the focus goes with it. */
  async move(number: number, way: 'up' | 'down'): Promise<void> {
    await this.field('English', number).focus();
    await this.page.keyboard.press(way === 'up' ? 'Alt+ArrowUp' : 'Alt+ArrowDown');
    await expect(this.field('English', number + (way === 'up' ? -1 : 1))).toBeFocused();
  }

  /** Removes a passage by its keys: Escape leaves the field for the passage, Delete removes that. */
  async remove(number: number): Promise<void> {
    await this.field('English', number).focus();
    await this.page.keyboard.press('Escape');
    await expect(this.passage(number)).toBeFocused();
    await this.page.keyboard.press('Delete');
  }

  /** The mark on a side that was left behind. */
  staleMark(number: number): Locator {
    return this.passage(number).getByText('Older than the other side');
  }

  async sayStillRight(number: number): Promise<void> {
    await this.passage(number)
      .getByRole('button', { name: /still says/ })
      .click();
  }
}
