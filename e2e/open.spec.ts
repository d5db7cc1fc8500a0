// The app opens.
import { expect, test } from './fixtures.ts';

test.describe('where there is no library', () => {
  test.use({ beginning: 'first start' });

  test('the first start shows the sample library', async ({ glossa }) => {
    await expect(glossa.page).toHaveTitle(/Glossa/);
    const papers = await glossa.cli<{ title: string }[]>('list', 'papers');
    expect(papers.length).toBeGreaterThan(0);
    await expect(glossa.page.getByText(papers[0]!.title).first()).toBeVisible();
  });
});

test('the page runs under its policy: isolated, without eval, without remote loads', async ({ glossa, watch }) => {
  const { page } = glossa;
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  // The attempts are refused aloud; that is what is wanted here.
  watch.allow(/Content Security Policy|left the origin: https:\/\/example\.org|ERR_|EvalError/);
  // As text and from a timer: what the test driver itself evaluates is not held to the page's policy.
  await page.evaluate(
    `setTimeout(() => { try { new Function('return 1')(); window.evaluated = 'ran'; } catch (error) { window.evaluated = error.name; } })`,
  );
  await expect.poll(() => page.evaluate('window.evaluated')).toBe('EvalError');
  const fetched = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'loaded',
      () => 'refused',
    ),
  );
  expect(fetched).toBe('refused');
});

test.describe('on an empty library', () => {
  test.use({ beginning: 'empty' });

  test('the app opens and says what to do next', async ({ glossa }) => {
    await expect(glossa.page.getByRole('button', { name: /survey/i }).first()).toBeVisible();
  });

  test('it opens again after the program was killed', async ({ glossa }) => {
    await glossa.restart('kill');
    await expect(glossa.page.getByRole('button', { name: /survey/i }).first()).toBeVisible();
  });
});
