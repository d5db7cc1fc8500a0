import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SurveyImport } from '#shared/surveys.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let t: TestCore;

/** Takes a file of the corpus in. */
const take = (name: string): Promise<SurveyImport> =>
  t.client.surveys.import({ source: t.core.admit([surveyFile(name)])[0] ?? '' });
const exported = async (id: string): Promise<Buffer> =>
  Buffer.from(await (await t.fetch(`/survey/${id}.md`)).arrayBuffer());

const corpus = process.env['GLOSSA_CORPUS'];
const surveyFile = (name: string): string => join(corpus ?? '', 'surveys', name);

describe.skipIf(corpus === undefined || !existsSync(surveyFile('seed')))(
  'on the corpus (set GLOSSA_CORPUS to its folder)',
  () => {
    beforeEach(async () => {
      t = await openTestCore();
    });
    afterEach(async () => {
      expect(t.bugs).toEqual([]);
      await t.end();
    });
    const bytesOf = (path: string): Buffer => readFileSync(surveyFile(path));
    const seed = 'seed/000_fc09ba8192dafb7e.txt';

    test('the seed gives eight works, four findings, one passage, and itself back', async () => {
      const bytes = bytesOf(seed);
      const found = await take(seed);
      expect(found.papers).toHaveLength(8);
      expect(found.papers.every(({ created }) => created)).toBe(true);
      expect(found.merged.map(({ lines, why }) => [lines.length, why])).toEqual([
        [2, 'arxiv'],
        [2, 'doi'],
        [2, 'doi'],
      ]);
      expect(found.findings.map(({ paperId }) => paperId)).toEqual(
        Array.from({ length: 4 }, () => found.papers[0]?.id),
      );
      expect(found.passages).toMatchObject([{ primary: '', paperId: found.papers[0]?.id }]);
      expect(found.passages[0]?.secondary).toMatch(/^简而言之[\s\S]*```从ImageNet[\s\S]*```。$/);
      expect(found.references).toHaveLength(9);
      expect(found.warnings).toEqual([]);
      expect((await exported(found.surveyId)).equals(bytes)).toBe(true);
      const papers = await t.client.papers.list({ surveyId: found.surveyId });
      expect(papers.map(({ doi }) => doi)).toEqual([
        null,
        '10.1038/nature21056',
        '10.1148/radiol.2018180958',
        '10.1038/s41591-018-0107-6',
        null,
        null,
        '10.1371/journal.pmed.1002686',
        '10.1371/journal.pmed.1002699',
      ]);
      expect(papers.every(({ year, authors, container }) => year && authors.length > 0 && container)).toBe(true);
      expect(papers[1]?.findings).toBe(0);
    });

    test('its later revision gives thirteen works and takes the earlier ones up', async () => {
      await take(seed);
      const found = await take('visible/cv-mia.md');
      expect(found.papers).toHaveLength(13);
      expect(found.papers.filter(({ created }) => created)).toHaveLength(5);
      expect(await t.client.papers.list({})).toHaveLength(13);
      expect(new Set(found.findings.map(({ id }) => id)).size).toBe(found.findings.length);
    });

    test('every survey comes in without error and goes out byte for byte', async () => {
      for (const name of [
        seed,
        'visible/cv-mia.md',
        'same-author/cv-iqa.md',
        'same-author/cv-retrieval.md',
        'same-author/dl-data-augmentation.md',
        'reimport/cv-iqa.r1-da40290.md',
        'reimport/cv-iqa.r2-9fcdaf4.md',
        'reimport/cv-iqa.r3-8cadded.md',
        'zh-jekyll-zheng/2022-08-01-activelearning.md',
        'en-wiki-mri/DLMI.md',
      ]) {
        const bytes = bytesOf(name);
        const { surveyId } = await take(name);
        expect((await exported(surveyId)).equals(bytes), name).toBe(true);
      }
    });
  },
);
