// Builds the program: main/{desktop,serve,cli,extract,search}.js, preload/index.cjs and renderer/, in the folder that
// GLOSSA_BUILD_DIR names (scripts/lib/build.mjs).
// Only package.json's `dependencies` stay outside the bundles (they carry native or wasm code).
import { defineConfig } from 'electron-vite';
import { builtInto, fromRoot } from './scripts/lib/paths.mjs';
import { rendererConfig } from './scripts/vite/renderer.mjs';

export default defineConfig({
  main: {
    build: {
      outDir: builtInto('main'),
      emptyOutDir: true,
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          desktop: fromRoot('src/main/electron/main.ts'),
          serve: fromRoot('src/main/web/main.ts'),
          cli: fromRoot('src/main/cli/main.ts'),
          extract: fromRoot('src/main/core/files/extract/entry.ts'),
          search: fromRoot('src/main/core/search/entry.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: builtInto('preload'),
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
