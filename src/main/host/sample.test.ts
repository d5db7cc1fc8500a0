import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestCore } from '../core/testing.ts';
import { fillSample, makeSampleClock } from './sample.ts';

const resources = join(import.meta.dirname, '../../../resources');

test('the sample library shows what the app is for, and is sound', async () => {
  const clock = makeSampleClock();
  const { core, client, bugs, end } = await openTestCore({ clock: () => clock.now() });
  await fillSample(core, resources, clock);
  const [survey] = await client.surveys.list({});
  const papers = await client.papers.list({ surveyId: survey!.id });
  expect(papers).toHaveLength(6);
  expect(papers.filter((paper) => paper.files.length === 1)).toHaveLength(4);
  const findings = await client.findings.list({});
  const stances = new Set(findings.flatMap((finding) => finding.evidence.map((evidence) => evidence.stance)));
  expect(stances).toEqual(new Set(['supports', 'contradicts', 'qualifies', 'mentions']));
  expect(await client.annotations.list({})).toHaveLength(20);
  const passages = (await client.notes.list({})).flatMap((note) => note.passages);
  expect(passages.filter((passage) => passage.stale !== null)).toHaveLength(1);
  expect(await client.library.doctor({})).toMatchObject({ ok: true });
  expect(bugs).toEqual([]);
  await end();
});
