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
      const whole = await Promise.all(papers.map(({ id }) => t.client.papers.get({ id })));
      const people = (each: (typeof whole)[number]): string =>
        each.authors.map((author) => ('literal' in author ? author.literal : author.family)).join(', ');
      expect(
        whole.map((each) => [people(each), each.year, each.container, each.volume, each.issue, each.pages]),
      ).toEqual([
        ['Tajbakhsh', 2016, 'IEEE transactions on medical imaging', '35', '5', '1299-1312'],
        ['Esteva', 2017, 'Nature', '542', '7639', '115'],
        ['Ding', 2018, 'Radiology', '', '', '180958'],
        ['De Fauw', 2018, 'Nature medicine', '24', '9', '1342'],
        ['Kermany', 2018, 'Cell', '172', '5', '1122-1131'],
        ['Gulshan', 2016, 'Jama', '316', '22', '2402-2410'],
        ['Rajpurkar, Irvin, Ball, Zhu, Yang', 2018, 'PLOS Medicine', '15', '11', 'e1002686'],
        ['Bien, Rajpurkar, Ball, Irvin, Park', 2018, 'PLOS Medicine', '15', '11', 'e1002699'],
      ]);
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

    test('three revisions of one post, taken in one after the other, are one survey with all its bindings alive', async () => {
      const names = ['r1-da40290', 'r2-9fcdaf4', 'r3-8cadded'].map((name) => `reimport/cv-iqa.${name}.md`);
      const first = await take(names[0] ?? '');
      const second = await take(names[1] ?? '');
      const kept = await t.client.notes.list({ surveyId: first.surveyId });
      const marked = second.passages[2]?.id ?? '';
      const third = await take(names[2] ?? '');
      expect([second, third].map(({ surveyId, revisionOf }) => [surveyId, revisionOf?.by])).toEqual([
        [first.surveyId, 'title'],
        [first.surveyId, 'title'],
      ]);
      expect(await t.client.surveys.list({})).toHaveLength(1);
      const titles = (await t.client.papers.list({})).map(({ title }) => title.toLowerCase());
      expect(new Set(titles).size).toBe(titles.length);
      expect(third.passages.map(({ id }) => id)).toContain(marked);
      const now = (await t.client.notes.list({})).flatMap(({ passages }) => passages);
      expect(now.map(({ id }) => id).toSorted()).toEqual(third.passages.map(({ id }) => id).toSorted());
      const before = kept.flatMap(({ passages }) => passages.map(({ id }) => id));
      expect(before.filter((id) => now.some((passage) => passage.id === id)).length).toBeGreaterThan(
        before.length * 0.8,
      );
      const { blocks } = await t.client.surveys.get({ id: first.surveyId });
      const alive = new Set([
        ...(await t.client.papers.list({})).map(({ id }) => id),
        ...(await t.client.findings.list({})).map(({ id }) => id),
        ...now.map(({ id }) => id),
      ]);
      for (const { kind, entityId } of blocks)
        if (kind !== 'mention') expect(alive.has(entityId ?? ''), `${kind} ${entityId}`).toBe(true);
      expect((await exported(first.surveyId)).equals(bytesOf(names[2] ?? ''))).toBe(true);
      // The earlier form again changes nothing.
      expect((await take(names[0] ?? '')).warnings[0]).toMatchObject({ code: 'older-revision' });
      expect((await exported(first.surveyId)).equals(bytesOf(names[2] ?? ''))).toBe(true);
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
