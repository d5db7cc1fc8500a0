// Searching everything, in verbs. Selectors of the search view live only here.
import type { Locator, Page } from '@playwright/test';

export class Search {
  readonly page: Page;
  readonly field: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('searchbox', { name: 'Search everything' });
    this.results = page.getByRole('region', { name: 'Results' });
  }

  /** Goes to the search by its shortcut. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Search', exact: true }).waitFor();
    await this.page.keyboard.press('ControlOrMeta+Shift+F');
    await this.field.waitFor();
  }

  async ask(query: string): Promise<void> {
    await this.field.fill(query);
  }

  /** The hits of a paper or survey, by its title. */
  of(title: string): Locator {
    return this.results.getByRole('region', { name: title });
  }

  hit(text: string | RegExp): Locator {
    return this.results.getByRole('button').filter({ hasText: text });
  }

  facet(name: string | RegExp): Locator {
    return this.page.getByRole('complementary', { name: 'Narrow down' }).getByRole('button', { name });
  }

  /** The words drawn on a page because a search found them. */
  get drawn(): Locator {
    return this.page.locator('[data-flash]');
  }
}
