// How unit tests run: everything beside the code in src and scripts, each file in its own process
// (native modules and child processes do not share threads well).
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'packaging/**/*.test.mjs'],
    pool: 'forks',
    clearMocks: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    environment: 'node',
    // Recent libraries and outside backups of this machine's user are not for tests.
    env: { GLOSSA_DATA_DIR: join(tmpdir(), `glossa-test-data-${process.pid}`) },
  },
});
