// While developing, the page comes from Vite and its data from the web host behind it. The host's own gate stays in
// charge: the proxy only puts the host's name and origin in place of Vite's.

/** The Vite plugin. `host` is a makeDevHost(). */
export function devProxy(host) {
  return {
    name: 'glossa-dev-proxy',
    config: () => ({
      server: {
        proxy: { '^/((rpc|file|text|words|thumb|crop|survey)/|(upload|auth|libraries)([/?]|$))': proxyTo(host) },
      },
    }),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.headers['sec-fetch-dest'] !== 'document' || !/^\/(\?|$)/.test(request.url ?? '')) return next();
        void logIn(host, request, response, next).catch((error) => next(error));
      });
    },
  };
}

function proxyTo(host) {
  return {
    target: host.url(),
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (outgoing, incoming) => {
        const own = `http://${incoming.headers.host}`;
        if (incoming.headers.origin === own) outgoing.setHeader('origin', host.url());
      });
    },
  };
}

/** A page without a session of the running host is sent through a fresh one-time link. */
async function logIn(host, request, response, next) {
  if (await host.isLoggedIn(request.headers.cookie ?? '')) return next();
  response.writeHead(303, { location: await host.freshLink(), 'cache-control': 'no-store' });
  response.end();
}
