// `npm run dev`: the renderer from Vite with hot reload, in front of a web host on a temporary sample library that is
// rebuilt and started again when the core or the host changes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDevHost } from '../lib/dev-host.mjs';
import { fromRoot, root } from '../lib/paths.mjs';
import { Trouble, tell } from '../lib/trouble.mjs';

export async function run(args) {
  if (args.length > 0) throw new Trouble('npm run dev takes no options.', 2);
  const library = join(mkdtempSync(join(tmpdir(), 'glossa-dev-')), 'library');
  const host = makeDevHost(library);
  endWith(host, library);
  let server = null;
  await watchMain(async () => {
    await host.stop();
    if (await host.start()) server?.ws.send({ type: 'full-reload' });
    else if (!server) throw new Trouble('The web host did not start: see above.');
  });
  server = await serveRenderer(host);
  server.printUrls();
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

/** Builds out/dev/main, again on every change, and calls `onBuilt` after each. Resolves after the first. */
async function watchMain(onBuilt) {
  process.env.GLOSSA_BUILD_DIR = fromRoot('out/dev');
  // Vite serves the page; the host wants one of its own all the same.
  mkdirSync(fromRoot('out/dev/renderer'), { recursive: true });
  writeFileSync(fromRoot('out/dev/renderer/index.html'), '<!doctype html><title>Glossa</title>');
  const [{ build }, { resolveConfig }] = await Promise.all([import('vite'), import('electron-vite')]);
  const { config } = await resolveConfig({ root, logLevel: 'warn', build: { watch: {} } }, 'build', 'development');
  await new Promise((done, fail) => {
    const plugin = {
      name: 'glossa-restart',
      closeBundle() {
        onBuilt().then(done, (error) => {
          tell(error.message);
          fail(error);
        });
      },
    };
    build({ ...config.main, plugins: [...(config.main.plugins ?? []), plugin] }).catch(fail);
  });
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
