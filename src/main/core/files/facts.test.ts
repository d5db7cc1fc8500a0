import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PageText } from '#shared/text/model.ts';
import { testSpawn } from '../testing.ts';
import type { DocumentInfo } from './extract/protocol.ts';
import { extract } from './extract/run.ts';
import { column, makePdf, type Piece, type TestPdf } from './extract/test-pdf.ts';
import { readFacts, type Facts } from './facts.ts';
import { namesBelow, splitName } from './head.ts';

const dir = mkdtempSync(join(tmpdir(), 'glossa-facts-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What a real PDF with these pieces on page 1 says of itself. */
async function factsOf(pieces: Piece[], extra: Omit<TestPdf, 'pages'> = {}, fileName = 'x.pdf'): Promise<Facts> {
  const path = join(dir, 'x.pdf');
  writeFileSync(path, makePdf({ pages: [{ pieces }], ...extra }));
  return factsOfFile(path, fileName);
}

async function factsOfFile(path: string, fileName = 'x.pdf'): Promise<Facts> {
  const pages: PageText[] = [];
  let info: DocumentInfo | undefined;
  await extract(
    { path },
    { spawn: testSpawn, onDocument: (document) => (info = document.info), onPage: (page) => pages.push(page) },
  );
  return readFacts(info!, pages, fileName);
}

const title = (text: string, y = 740): Piece => ({ text, x: 60, y, size: 18, font: 'F2' });
const BODY = column(
  ['Readers of a second language gain from a gloss in the margin, and', 'lose little time by it, as we show here.'],
  60,
  600,
);

describe('the title', () => {
  test('is the metadata’s when the page shows it', async () => {
    const { title: found } = await factsOf([title('Glosses in the Margin'), ...BODY], {
      info: { Title: 'Glosses in the  margin' },
    });
    expect(found).toBe('Glosses in the margin');
  });

  test.each([
    'Microsoft Word - final_v3.docx',
    'untitled',
    'paper-final.tex',
    '10.1000/182',
    'arXiv:1706.03762v5 [cs.CL]',
    'PII: S0140-6736(20)30183-5',
    'IJCAI19-camera2',
    'Another Work Altogether',
  ])('is the largest print, not %s', async (junk) => {
    // Parentheses end a string in a PDF.
    const info = { Title: junk.replace(/[()]/g, '\\$&') };
    expect((await factsOf([title('Glosses in the Margin'), ...BODY], { info })).title).toBe('Glosses in the Margin');
  });

  test('is joined over its lines', async () => {
    const pieces = [title('A Long Title that Runs on'), title('over Two Lines', 718), ...BODY];
    expect((await factsOf(pieces)).title).toBe('A Long Title that Runs on over Two Lines');
  });

  test('in Chinese is joined without spaces', async () => {
    const sample = '../../../../resources/sample/papers/bilingual-notes-eye-tracking.pdf';
    const { title: found } = await factsOfFile(join(import.meta.dirname, sample));
    expect(found).toMatch(/^\p{Script=Han}{6,}[\p{Script=Han}：，——]*$/u);
  });

  test('comes from the XMP packet where the Info dictionary holds junk', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Glosses &amp;amp; Margins</rdf:li></rdf:Alt></dc:title></rdf:RDF></x:xmpmeta>';
    const { title: found } = await factsOf([...BODY, title('Glosses &amp; Margins', 300)], {
      xmp,
      info: { Title: 'untitled' },
    });
    expect(found).toBe('Glosses &amp; Margins');
  });

  test('is empty for a page without words', async () => {
    expect((await factsOf([])).title).toBe('');
  });
});

describe('the authors', () => {
  const page = (...lines: string[]) => [title('Glosses in the Margin'), ...column(lines, 60, 700), ...BODY];
  const authors = async (author: string, ...lines: string[]) =>
    (await factsOf(page(...lines), { info: { Author: author } })).authors;
  const lee = { family: 'Lee', given: 'Ann' };
  const chan = { family: 'Chan', given: 'Bo' };

  test('of the metadata are taken when the page names them', async () => {
    expect(await authors('Ann Lee, Bo Chan and Jane van Doe', 'Ann Lee, Bo Chan and Jane van Doe')).toEqual([
      lee,
      chan,
      { family: 'van Doe', given: 'Jane' },
    ]);
  });
  test('may be written family name first', async () => {
    const line = 'by the readers Ann Lee and Bo Chan of the margin';
    expect(await authors('Lee, Ann; Chan, Bo', line)).toEqual([lee, chan]);
    expect(await authors('Lee, Ann and Chan, Bo', line)).toEqual([lee, chan]);
  });
  test('who are not on the page were put there by a program', async () => {
    expect(await authors('Administrator; Acrobat Distiller', 'A study of reading')).toEqual([]);
  });
  test('are read from below the title, marks of affiliation apart, where the metadata names fewer', async () => {
    expect(
      await authors(
        'Ann Lee',
        'Ann Lee1,2*, Bo Chan2 and Ch. D. Okafor3',
        'Department of Reading, University of Notes',
      ),
    ).toEqual([lee, chan, { family: 'Okafor', given: 'Ch. D.' }]);
    expect(namesBelow(['王小明1，欧阳修远2', '某某大学']).map(splitName)).toEqual([
      { family: '王', given: '小明' },
      { family: '欧阳', given: '修远' },
    ]);
  });
  test('are none where sentences stand below the title', async () => {
    expect(await authors('', 'We study how readers of surveys use their margins.')).toEqual([]);
  });
});

describe('identifiers', () => {
  test('the metadata’s DOI comes first, then those of page 1 as they stand', async () => {
    const facts = await factsOf(
      [...BODY, ...column(['doi:10.5555/on.page', 'see https://doi.org/10.5555/CITED.'], 60, 500)],
      {
        info: { doi: '10.5555/info' },
      },
    );
    expect(facts.dois).toEqual(['10.5555/info', '10.5555/on.page', '10.5555/cited']);
    expect(facts.ownDoi).toBe('10.5555/info');
  });
  test('a template’s placeholder is no DOI', async () => {
    const facts = await factsOf([
      ...BODY,
      ...column(['https://doi.org/10.1145/nnnnnnn.nnnnnnn', 'doi:10.1109/XXXXXX'], 60, 500),
    ]);
    expect([facts.dois, facts.ownDoi]).toEqual([[], null]);
  });
  test('the stamp in the margin outweighs an arXiv id in the text', async () => {
    const stamp: Piece = { text: 'arXiv:2401.00001v2 [cs.CL] 1 Jan 2024', x: 30, y: 200, size: 14, turn: 90 };
    const facts = await factsOf([...column(['We follow arXiv:1706.03762 closely.'], 60, 700), stamp]);
    expect(facts.arxivIds).toEqual(['2401.00001']);
  });
  test('arXiv’s own DOI is an arXiv id', async () => {
    const facts = await factsOf([...BODY, ...column(['https://doi.org/10.48550/arXiv.1706.03762'], 60, 500)]);
    expect([facts.dois, facts.arxivIds]).toEqual([[], ['1706.03762']]);
  });
  test('a file named as arXiv names its downloads says which paper it is', async () => {
    expect((await factsOf(BODY, {}, '1706.03762v5.pdf')).arxivIds).toEqual(['1706.03762']);
    expect((await factsOf(BODY, {}, 'scan 2024.12345 (1).pdf')).arxivIds).toEqual([]);
  });
});

describe('the DOI', () => {
  const facts = (...lines: string[]) => factsOf([title('Glosses in the Margin'), ...column(lines, 60, 700), ...BODY]);

  test('broken at a line’s end is the whole one', async () => {
    expect(await facts('Notes 9(12): e115. doi:10.5555/journal.', 'NOTES | DOI:10.5555/journal.115')).toMatchObject({
      ownDoi: '10.5555/journal.115',
      isDoiSure: true,
    });
  });
  test('is not that of the deposited data', async () => {
    expect(await facts('doi:10.5555/own', 'Data: https://doi.org/10.5061/dryad.abc')).toMatchObject({
      ownDoi: '10.5555/own',
      isDoiSure: true,
    });
  });
  test('is unsure among several', async () => {
    expect(await facts('doi:10.5555/one', 'doi:10.5555/two')).toMatchObject({ isDoiSure: false });
  });
});

test('a cover sheet of an archive is passed over', async () => {
  const path = join(dir, 'cover.pdf');
  const cover = column(
    ['Glosses of an Archive', 'This content downloaded from 10.0.0.1', 'JSTOR is a not-for-profit service'],
    60,
    700,
  );
  writeFileSync(
    path,
    makePdf({
      pages: [{ pieces: [title('Your Archive'), ...cover] }, { pieces: [title('Glosses in the Margin'), ...BODY] }],
    }),
  );
  expect((await factsOfFile(path)).title).toBe('Glosses in the Margin');
});

test('year, venue and version are read where they are printed', async () => {
  const facts = await factsOf([
    title('Glosses in the Margin'),
    ...column(['Ann Lee', 'Published: 3 May 2019', 'arXiv:1901.00001v3 [cs.HC] 2 Jan 2019'], 60, 700),
    ...BODY,
  ]);
  expect(facts).toMatchObject({ year: 2019, version: 'v3', arxivIds: ['1901.00001'] });
});
