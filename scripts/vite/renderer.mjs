// The renderer's Vite configuration, shared by the build (electron.vite.config.ts) and `npm run dev`.
import react from '@vitejs/plugin-react';
import { builtInto, fromRoot } from '../lib/paths.mjs';
import { pdfjsData } from './pdfjs-data.mjs';

/**
 * The renderer as Vite sees it: root, plugins and build options.
 * Every script and style tag carries the placeholder nonce that the hosts replace on each response.
 */
export function rendererConfig() {
  return {
    root: fromRoot('src/renderer'),
    base: './',
    publicDir: false,
    html: { cspNonce: '__CSP_NONCE__' },
    plugins: [react(), pdfjsData()],
    build: {
      outDir: builtInto('renderer'),
      emptyOutDir: true,
      minify: 'oxc',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: { index: fromRoot('src/renderer/index.html') } },
    },
  };
}
