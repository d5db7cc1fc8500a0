// End-to-end tests: the built program in a real browser. `npm test` finds the browser and sets GLOSSA_CHROMIUM.
import { defineConfig } from '@playwright/test';

const report = process.env.GLOSSA_TEST_REPORT;
const browser = process.env.GLOSSA_CHROMIUM;
const electron = process.env.GLOSSA_ELECTRON;

const DESKTOP = /\/(desktop|main-job|open|library|survey)\.spec\.ts$/;

export default defineConfig({
  testDir: './e2e',
  globalSetup: './e2e/sample-library.ts',
  testMatch: '**/*.spec.ts',
  outputDir: './test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // One more try on a busy integration machine; a test that needed it is named in the summary.
  retries: process.env.CI ? 1 : 0,
  // Generous: two browsers paint pages without a graphics card; how fast things are is for the benchmark to say.
  timeout: 120_000,
  expect: { timeout: 25_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: report ? [['line'], ['json', { outputFile: report }]] : [['list']],
  use: {
    viewport: { width: 1360, height: 860 },
    locale: 'en-US',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: browser ? { executablePath: browser } : {},
  },
  // Everything in a browser; on the desktop program what touches its own half: dialogs, drops, downloads, its end.
  projects: [
    { name: 'web', testIgnore: '**/desktop.spec.ts' },
    { name: 'double', testMatch: DESKTOP },
    ...(electron ? [{ name: 'electron' }] : []),
  ],
});
