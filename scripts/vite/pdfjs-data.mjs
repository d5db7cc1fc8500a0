// Gives the renderer pdf.js's own data (character maps, fonts, decoders, colour profiles) under `pdfjs/`:
// served from the package while developing, copied beside the bundle when building.
import { createReadStream } from 'node:fs';
import { cp, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';

const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];
const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const wanted = new RegExp(`^/pdfjs/(${folders.join('|')})/([A-Za-z0-9._-]+)$`);

/** Where a requested path lives in the package, or null for anything that is not plainly one of its data files. */
export function dataFile(path) {
  const match = wanted.exec(path);
  return match && !match[2].startsWith('.') ? join(packageFolder, match[1], match[2]) : null;
}

/** The Vite plugin. */
export function pdfjsData() {
  let outDir = '';
  return {
    name: 'glossa-pdfjs-data',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = dataFile(new URL(request.url ?? '/', 'http://localhost').pathname);
        if (!file) return next();
        stat(file).then(
          () => {
            response.setHeader(
              'Content-Type',
              file.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream',
            );
            createReadStream(file).pipe(response);
          },
          () => next(),
        );
      });
    },
    async writeBundle() {
      for (const folder of folders) {
        await cp(join(packageFolder, folder), join(outDir, 'pdfjs', folder), { recursive: true });
      }
    },
  };
}
