// Reads Playwright's JSON report into counts and the reasons of skips.

/** Turns the report into a stage's result. A test that passed on a retry counts as passed and is named. */
export function readPlaywrightReport(report) {
  const result = { passed: 0, failed: 0, skipped: 0, notes: [] };
  for (const error of report.errors ?? []) {
    result.failed += 1;
    result.notes.push(firstLine(error.message));
  }
  for (const suite of report.suites ?? []) addSuite(suite, [], result);
  return result;
}

function addSuite(suite, above, result) {
  const path = suite.title ? [...above, suite.title] : above;
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) addTest([...path, spec.title].join(' › '), test, result);
  }
  for (const inner of suite.suites ?? []) addSuite(inner, path, result);
}

function addTest(name, test, result) {
  if (test.status === 'skipped') {
    result.skipped += 1;
    const reason = test.annotations?.find((annotation) => annotation.description)?.description;
    result.notes.push(`skipped: ${name}${reason ? ` (${reason})` : ''}`);
  } else if (test.status === 'unexpected') {
    result.failed += 1;
    result.notes.push(`failed: ${name}`);
  } else {
    result.passed += 1;
    if (test.status === 'flaky') result.notes.push(`passed only when tried again: ${name}`);
  }
}

function firstLine(text = '') {
  return text.split('\n')[0];
}
