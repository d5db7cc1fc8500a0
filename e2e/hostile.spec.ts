// Documents that attack, in a real page: nothing runs, nothing is asked of anyone, nothing they say is lost, and the app
// goes on. The fixture fails the test on any request that leaves the origin.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PAYLOADS, surveyOf } from './xss-payloads.ts';

test.use({ beginning: 'empty' });

/** Everything the corpus adds to the committed list, when it is there. */
function corpusPayloads(): string[] {
  const corpus = process.env['GLOSSA_CORPUS'];
  const folder = corpus && join(corpus, 'xss');
  if (!folder || !existsSync(folder)) return [];
  const lines = readFileSync(join(folder, 'markdown-xss-payloads.txt'), 'utf8').split('\n').filter(Boolean);
  const expected = JSON.parse(readFileSync(join(folder, 'dompurify-expect.json'), 'utf8')) as { payload: string }[];
  return [...lines, ...expected.map(({ payload }) => payload.replace(/\n\s*\n/g, '\n'))];
}

/** Notes dialogs and pages a document opens; `hacked` is what scripts would set. */
async function guard(page: Page): Promise<() => Promise<void>> {
  const opened: string[] = [];
  page.on('dialog', (dialog) => {
    opened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => opened.push(`popup: ${popup.url()}`));
  return async () => {
    expect(opened).toEqual([]);
    const found = await page.evaluate(() => ({
      hacked: 'hacked' in window,
      bad: [
        ...document.querySelectorAll(
          'main script, main iframe, main object, main embed, main base, main meta, main link[rel]',
        ),
      ].map((element) => element.outerHTML.slice(0, 200)),
      handlers: [...document.querySelectorAll('main *')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => /^on/i.test(name) || /^\s*(java|vb)script:|^data:text/i.test(value))
          .map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 80)}`),
      ),
    }));
    expect(found).toEqual({ hacked: false, bad: [], handlers: [] });
  };
}

test('a survey full of scripts is shown as text, and comes out byte for byte', async ({ glossa, folder, watch }) => {
  test.setTimeout(180_000);
  // React names an attribute it does not take: that is the refusal.
  watch.allow(/Invalid attribute name|Content Security Policy/);
  const { page } = glossa;
  const check = await guard(page);
  for (const [name, payloads] of [
    ['own', PAYLOADS],
    ['corpus', corpusPayloads()],
  ] as const) {
    if (payloads.length === 0) continue;
    const file = join(folder, `${name}.md`);
    const markdown = surveyOf(payloads);
    writeFileSync(file, markdown);
    const { surveyId } = await glossa.cli<{ surveyId: string }>('import', 'survey', file);
    await page.evaluate((id) => (location.hash = `#/survey/${id}`), surveyId);
    await expect(page.getByText('The very last line.')).toBeAttached({ timeout: 60_000 });
    await page.getByText('The very last line.').scrollIntoViewIfNeeded();
    await check();
    const out = join(folder, `${name}-out.md`);
    await glossa.cli('export', 'survey', surveyId, '-o', out);
    expect(readFileSync(out, 'utf8')).toBe(markdown);
  }
});
