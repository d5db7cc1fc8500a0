// The web host: Node's http server on 127.0.0.1, the gate in front, the built renderer and the core's handler behind.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAsset, type Assets } from '../host/assets.ts';
import { pathOf, sendResponse, toRequest } from '../host/bridge.ts';
import { plainHeaders, sealed } from '../host/headers.ts';
import { answerAuth, answerLink, refusal } from './answers.ts';
import { judge, type Door, type Knock } from './gate.ts';
import { Sessions, type SessionKind } from './sessions.ts';

/** What the server needs of the core. */
export type Handler = { handle(request: Request, caller: SessionKind): Promise<Response> };

export type WebServer = {
  /** Its origin, e.g. `http://127.0.0.1:4242`. */
  url: string;
  /** What lets the command line in. */
  token: string;
  /** A fresh one-time link that opens the app. */
  newLink(): string;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
};

export type WebServerOptions = {
  core: Handler;
  assets: Assets;
  /** 0 takes any free port. */
  port: number;
  /** Told of bugs: an exception while answering. */
  onError(error: unknown): void;
  clock?: () => number;
};

/** Starts listening. Rejects with Node's error (`EADDRINUSE`, `EACCES`) when the port cannot be had. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  // The sessions are named by the port, so nothing is answered before it is known.
  let answer: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> = () => Promise.resolve();
  const server = createServer({ maxHeaderSize: 16 * 1024, requireHostHeader: false }, (incoming, outgoing) => {
    void answer(incoming, outgoing).catch((error: unknown) => {
      options.onError(error);
      outgoing.destroy();
    });
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 0; // A large upload may take its time; standing still is what the bridge ends.
  server.maxConnections = 64;
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\n\r\n'));
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const sessions = new Sessions(port, options.clock);
  const newLink = (): string => `${url}/auth?n=${sessions.newLink()}`;
  const door: Door = {
    hosts: new Set([`127.0.0.1:${port}`]),
    origins: new Set([url]),
    recognise: (credentials) => sessions.recognise(credentials),
    isLockedOut: () => sessions.isLockedOut(),
  };
  answer = async (incoming, outgoing) => {
    const verdict = judge(knockOf(incoming), door);
    const response =
      'refuse' in verdict ? refusal(verdict, wantsPage(incoming)) : await route(incoming, outgoing, verdict.pass);
    // What was not read of a refused body must not be taken for the next request.
    if (!incoming.complete) response.headers.set('Connection', 'close');
    await sendResponse(response, outgoing);
  };

  async function route(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    who: SessionKind | 'stranger',
  ): Promise<Response> {
    const path = pathOf(incoming.url ?? '/');
    if (path === '/auth') return answerAuth(new URL(incoming.url ?? '', url), sessions);
    if (who === 'stranger')
      return refusal({ refuse: 401, why: 'open the link that Glossa printed when it started' }, false);
    if (path === '/link') return answerLink(incoming.method, who, newLink);
    const request = toRequest(incoming, outgoing, url);
    return answerAsset(options.assets, request) ?? (await answerCore(request, who));
  }

  async function answerCore(request: Request, who: SessionKind): Promise<Response> {
    try {
      return sealed(await options.core.handle(request, who));
    } catch (error) {
      if (request.signal.aborted) return new Response(null, { status: 499, headers: plainHeaders() });
      options.onError(error);
      return new Response('internal error\n', { status: 500, headers: plainHeaders() });
    }
  }

  return { url, token: sessions.bearer, newLink, close: () => close(server) };
}

function knockOf(incoming: IncomingMessage): Knock {
  return {
    remoteAddress: incoming.socket.remoteAddress,
    method: incoming.method ?? '',
    target: incoming.url ?? '',
    headers: incoming.headers,
    headerNames: incoming.rawHeaders.filter((_text, index) => index % 2 === 0),
  };
}

function wantsPage(incoming: IncomingMessage): boolean {
  return incoming.headers['sec-fetch-dest'] === 'document';
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      done();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
