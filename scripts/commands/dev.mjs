// `npm run dev`: the renderer from Vite with hot reload, in front of a web host on a temporary sample library that is
// rebuilt and started again when the core or the host changes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as buildAll } from '../lib/build.mjs';
import { makeDevHost } from '../lib/dev-host.mjs';
import { fromRoot, root } from '../lib/paths.mjs';
import { isStale } from '../lib/stale.mjs';
import { Trouble, tell } from '../lib/trouble.mjs';

export async function run(args) {
  if (args.length > 0) throw new Trouble('npm run dev takes no options.', 2);
  if (isStale()) await buildAll();
  const library = join(mkdtempSync(join(tmpdir(), 'glossa-dev-')), 'library');
  const host = makeDevHost(library);
  endWith(host, library);
  if (!(await host.start())) throw new Trouble('The web host did not start: see above.');
  const server = await serveRenderer(host);
  server.printUrls();
  await watchMain(async () => {
    await host.stop();
    if (await host.start()) server.ws.send({ type: 'full-reload' });
  });
}

async function serveRenderer(host) {
  const [{ createServer }, { rendererConfig }, { devProxy }] = await Promise.all([
    import('vite'),
    import('../vite/renderer.mjs'),
    import('../vite/dev-proxy.mjs'),
  ]);
  const config = rendererConfig();
  const server = await createServer({
    ...config,
    configFile: false,
    // React's refresh writes an inline script, so the page has no policy while developing: no nonce either.
    html: {},
    base: '/',
    plugins: [...config.plugins, devProxy(host)],
    server: { host: '127.0.0.1', port: 5173, fs: { allow: [root] } },
  });
  await server.listen();
  return server;
}

/** Rebuilds out/main on every change, and calls `onRebuilt` after each but the first. */
async function watchMain(onRebuilt) {
  const [{ build }, { resolveConfig }] = await Promise.all([import('vite'), import('electron-vite')]);
  const { config } = await resolveConfig({ root, logLevel: 'warn', build: { watch: {} } }, 'build', 'development');
  let isFirst = true;
  const plugin = {
    name: 'glossa-restart',
    closeBundle() {
      if (!isFirst) void onRebuilt().catch((error) => tell(error.message));
      isFirst = false;
    },
  };
  // What is in out/ from now on is no release build.
  rmSync(fromRoot('out/.built-from'), { force: true });
  await build({ ...config.main, plugins: [...(config.main.plugins ?? []), plugin] });
}

function endWith(host, library) {
  let isEnding = false;
  const end = () => {
    if (isEnding) process.exit(130);
    isEnding = true;
    host.stop().finally(() => {
      rmSync(join(library, '..'), { recursive: true, force: true });
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
}
