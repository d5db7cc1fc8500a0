import { expect, test } from 'vitest';
import type { ImportedFile } from '#shared/files.ts';
import { needsReport, reportOrder, summary } from './pdf-import-summary.ts';

const file = (status: ImportedFile['status'], matchedBy: ImportedFile['matchedBy'] = null): ImportedFile => ({
  path: status,
  sha256: null,
  status,
  paperId: null,
  matchedBy,
  message: '',
  reason: null,
  near: null,
});
const files = [file('added', 'doi'), file('added', 'none'), file('refused'), file('already'), file('locked')];

test('an import is summed up by what became of its files', () => {
  expect(summary(files)).toEqual({ added: 2, matched: 1, already: 1, failed: 2 });
});

test('failures come first, and only they call for the report', () => {
  expect(reportOrder(files).map(({ status }) => status)).toEqual(['refused', 'locked', 'added', 'added', 'already']);
  expect(needsReport(files)).toBe(true);
  expect(needsReport([file('added'), file('already')])).toBe(false);
});
