// Builds the program: out/main/{desktop,serve,cli,extract}.js, out/preload/index.cjs, out/renderer/.
// Only package.json's `dependencies` stay outside the bundles (they carry native or wasm code).
import { defineConfig } from 'electron-vite';
import { fromRoot } from './scripts/lib/paths.mjs';
import { rendererConfig } from './scripts/vite/renderer.mjs';

export default defineConfig({
  main: {
    build: {
      outDir: fromRoot('out/main'),
      emptyOutDir: true,
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          desktop: fromRoot('src/main/electron/main.ts'),
          serve: fromRoot('src/main/web/main.ts'),
          cli: fromRoot('src/main/cli/main.ts'),
          extract: fromRoot('src/main/core/files/extract/entry.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: fromRoot('out/preload'),
      emptyOutDir: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: fromRoot('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig(),
});
