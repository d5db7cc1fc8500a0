// How unit tests run: everything beside the code in src and scripts, each file in its own process
// (native modules and child processes do not share threads well).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    pool: 'forks',
    clearMocks: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    environment: 'node',
  },
});
