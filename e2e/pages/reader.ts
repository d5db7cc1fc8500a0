// The reader in verbs: select words, mark, link, write beside the page. Words are found through the text model and
// pointed at with the mouse, as a hand would.
import { expect, type Locator, type Page } from '@playwright/test';
import type { PageText } from '../../src/shared/text/model.ts';

type Point = { x: number; y: number };

export class Reader {
  readonly page: Page;
  readonly sha256: string;

  constructor(page: Page, sha256: string) {
    this.page = page;
    this.sha256 = sha256;
  }

  /** A page's text model, asked for as the window asks. */
  async text(number: number): Promise<PageText> {
    return this.page.evaluate(async (path) => {
      const answer = await fetch(path);
      return (await answer.json()) as PageText;
    }, `/text/${this.sha256}/${number}`);
  }

  sheet(number: number): Locator {
    return this.page.locator(`.page[data-page-number="${number}"]`);
  }

  /** Where the middle of a character stands on screen (unrotated pages). `side` -1: its left edge, 1: its right. */
  async #pointOf(model: PageText, offset: number, side: -1 | 1): Promise<Point> {
    const sheet = await this.sheet(model.page).boundingBox();
    if (!sheet) throw new Error(`Page ${model.page} is not on screen.`);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = model.boxes.slice(offset * 4, offset * 4 + 4);
    const [left, bottom, right, top] = model.box;
    const x = side < 0 ? x1 + (x2 - x1) * 0.2 : x2 - (x2 - x1) * 0.2;
    return {
      x: sheet.x + ((x - left) / (right - left)) * sheet.width,
      y: sheet.y + ((top - (y1 + y2) / 2) / (top - bottom)) * sheet.height,
    };
  }

  /** Drags over the words, from their first character to their last. */
  async select(number: number, words: string): Promise<void> {
    const model = await this.text(number);
    const start = model.text.indexOf(words);
    if (start < 0) throw new Error(`Page ${number} does not have: ${words}`);
    await this.sheet(number).scrollIntoViewIfNeeded();
    const from = await this.#pointOf(model, start, -1);
    const to = await this.#pointOf(model, start + words.length - 1, 1);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
    await expect(this.selectionBar).toBeVisible();
  }

  /** Clicks on the first of the words. */
  async click(number: number, words: string, clicks = 1): Promise<void> {
    const model = await this.text(number);
    await this.sheet(number).scrollIntoViewIfNeeded();
    const at = await this.#pointOf(model, model.text.indexOf(words) + 1, 1);
    await this.page.mouse.click(at.x, at.y, { clickCount: clicks });
  }

  /** What Copy puts on the clipboard for the selection. */
  async copied(): Promise<string> {
    return this.page.evaluate(() => {
      const data = new DataTransfer();
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
      return data.getData('text/plain');
    });
  }

  /** The words of a page for screen readers: there once its text model is. */
  words(number: number): Locator {
    return this.sheet(number).locator('section').first();
  }

  get caret(): Locator {
    return this.page.locator('[data-caret]');
  }

  /** Drags from before the words on one page to the end of the words on a later one, scrolling on the way. */
  async selectAcross(from: { page: number; words: string }, to: { page: number; words: string }): Promise<void> {
    const [first, last] = [await this.text(from.page), await this.text(to.page)];
    await this.#reveal(first, first.text.indexOf(from.words));
    const start = await this.#pointOf(first, first.text.indexOf(from.words), -1);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + 20, start.y + 2, { steps: 3 });
    const end = last.text.indexOf(to.words) + to.words.length - 1;
    await this.#reveal(last, end);
    const there = await this.#pointOf(last, end, 1);
    await this.page.mouse.move(there.x, there.y, { steps: 4 });
    await this.page.mouse.up();
    await expect(this.selectionBar).toBeVisible();
  }

  /** Scrolls so that a character stands in the middle of the view. */
  async #reveal(model: PageText, offset: number): Promise<void> {
    const [, y1 = 0, , y2 = 0] = model.boxes.slice(offset * 4, offset * 4 + 4);
    const share = (model.box[3] - (y1 + y2) / 2) / (model.box[3] - model.box[1]);
    await this.sheet(model.page).evaluate((sheet, at) => {
      const scroller = sheet.closest('.glossaPdfScroller');
      const [page, view] = [sheet.getBoundingClientRect(), scroller?.getBoundingClientRect()];
      if (scroller && view) scroller.scrollTop += page.top + page.height * at - view.top - view.height / 2;
    }, share);
    await this.words(model.page).waitFor({ state: 'attached' });
  }

  /** The box around what is selected on an unturned page, in PDF points. */
  async litBox(number: number): Promise<{ left: number; right: number }> {
    const sheet = await this.sheet(number).boundingBox();
    const box = await this.sheet(number).locator('[data-selection]').boundingBox();
    const model = await this.text(number);
    if (!sheet || !box) throw new Error('nothing is selected');
    const scale = (model.box[2] - model.box[0]) / sheet.width;
    return { left: (box.x - sheet.x) * scale, right: (box.x + box.width - sheet.x) * scale };
  }

  /** Looks for words by the box of the search. */
  async find(words: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+F');
    await this.page.getByRole('textbox', { name: 'Find in the document' }).fill(words);
  }

  get findCount(): Locator {
    return this.page.getByRole('search', { name: 'Find in the document' }).getByRole('status');
  }

  /** The place found that one is at. */
  get hit(): Locator {
    return this.page.locator('[data-hit-current]');
  }

  get selectionBar(): Locator {
    return this.page.getByRole('toolbar', { name: 'Selected words' });
  }

  /** The dialog that links the selection or the active mark to a finding. */
  get picker(): Locator {
    return this.page.getByRole('dialog', { name: 'Link the highlight to a finding' });
  }

  tab(name: 'Notes' | 'Findings' | 'Annotations' | 'Paper'): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** Links the selection to the finding whose words match, with the likeliest entry and Enter. */
  async linkTo(words: string): Promise<void> {
    await this.page.keyboard.press('L');
    await expect(this.picker).toBeVisible();
    await this.picker.getByRole('combobox').fill(words);
    await this.picker.getByRole('option').first().waitFor();
    await this.page.keyboard.press('Enter');
    await expect(this.picker).toBeHidden();
  }
}
