// Real papers, where the folder with them is at hand (GLOSSA_CORPUS). The rest of the suite does without.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageText } from '#shared/text/model.ts';
import { documentText } from './document-text.ts';
import { openDocument, startPdfium } from './pdfium.ts';

const corpus = process.env['GLOSSA_CORPUS'];
const why = corpus === undefined ? ' (skipped: GLOSSA_CORPUS is not set)' : '';

async function read(path: string): Promise<PageText[]> {
  const pdfium = await startPdfium();
  const doc = openDocument(pdfium, readFileSync(join(corpus ?? '', path)), '');
  if (typeof doc === 'string') throw new Error(doc);
  return [...documentText(pdfium, doc, doc.pageCount)].filter((page) => page !== undefined);
}

describe.skipIf(corpus === undefined)(`real papers${why}`, () => {
  it('reads a two-column paper column by column, past its figures and notes', async () => {
    const [first, second] = await read('pdfjs/pdfs/tracemonkey.pdf');
    expect(first?.text).toContain(
      'identifies frequently executed loop traces at run-time and then generates machine code',
    );
    expect(first?.text).toContain('the types of values are invariant. (12) For example, we would expect loop counters');
    expect(second?.text).toContain('we evaluate our dynamic compiler based on a set of industry benchmarks');
  });

  it('puts no spaces into Chinese, and those the document sets around Latin', async () => {
    const pages = await read('papers/cjk/biblatex-gb7714-2015.pdf');
    expect(pages).toHaveLength(115);
    const spaced = pages.map((page) => page.text.match(/\p{Script=Han} \p{Script=Han}/gu)?.length ?? 0);
    const closed = pages.map((page) => page.text.match(/\p{Script=Han}{2}/gu)?.length ?? 0);
    const sum = (list: number[]): number => list.reduce((total, each) => total + each, 0);
    expect(sum(spaced)).toBeLessThan(sum(closed) * 0.05);
    expect(pages[0]?.text).toContain('符合 GB/T 7714-2015 标准的 biblatex 参考文献样式');
  });
});
