// A Vitest reporter that writes counts, names of failures and reasons of skips for `npm test` to add up.
import { writeFileSync } from 'node:fs';

export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const result = { passed: 0, failed: 0, skipped: 0, notes: [] };
    for (const module of modules) addModule(module, result);
    for (const error of unhandledErrors) {
      result.failed += 1;
      result.notes.push(`unhandled: ${error.message?.split('\n')[0]}`);
    }
    if (process.env.GLOSSA_TEST_REPORT) writeFileSync(process.env.GLOSSA_TEST_REPORT, JSON.stringify(result));
  }
}

function addModule(module, result) {
  if (module.errors().length > 0) {
    result.failed += 1;
    result.notes.push(`failed to load: ${module.relativeModuleId ?? module.moduleId}`);
  }
  for (const test of module.children.allTests()) addTest(test, module, result);
}

function addTest(test, module, result) {
  const { state, note } = test.result();
  const name = `${module.relativeModuleId ?? module.moduleId} › ${test.fullName}`;
  if (state === 'failed') {
    result.failed += 1;
    result.notes.push(`failed: ${name}`);
  } else if (state === 'skipped') {
    result.skipped += 1;
    result.notes.push(`skipped: ${name}${note ? ` (${note})` : ''}`);
  } else result.passed += 1;
}
