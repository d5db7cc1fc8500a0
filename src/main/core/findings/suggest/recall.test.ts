import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageWords } from '#shared/text/words.ts';
import { openTestCore, type TestCore } from '../../testing.ts';
import { labelled } from './paraphrases.cases.ts';
import { measure, pageOf, recallOf, type Measured } from './recall.ts';

const SAMPLE = join(import.meta.dirname, '../../../../../resources/sample/papers');
let t: TestCore;
let measured: Measured[];

beforeAll(async () => {
  t = await openTestCore();
  const files = await t.importPdfs([SAMPLE]);
  const pagesOf = async (pdf: string): Promise<PageWords[]> => {
    const sha256 = files.find(({ path }) => path.endsWith(pdf))?.sha256;
    return (await (await t.fetch(`/words/${sha256}`)).json()) as PageWords[];
  };
  measured = [];
  for (const paper of labelled) {
    measured.push(...(await measure(paper, 'pdf' in paper ? await pagesOf(paper.pdf) : [pageOf(paper.text)])));
  }
}, 60_000);
afterAll(() => t.end());

test('of at least 60 claims said in other words, nine in ten find their passage among five suggestions', () => {
  expect(measured.length).toBeGreaterThanOrEqual(60);
  const missed = measured.filter(({ rank }) => rank === 0).map(({ paper, claim }) => `${paper}: ${claim}`);
  console.log(
    `recall at 5: ${(recallOf(measured) * 100).toFixed(1)} % of ${measured.length}; missed:\n${missed.join('\n')}`,
  );
  expect(recallOf(measured), missed.join('\n')).toBeGreaterThanOrEqual(0.9);
});
