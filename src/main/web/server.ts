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
  /** Its address for programs: `http://127.0.0.1:4242`, or of a private socket `http://localhost`. */
  url: string;
  /** Path of the private socket it listens on instead of a port; null as a rule. */
  socket: string | null;
  /** What lets the command line in. */
  token: string;
  /** A fresh one-time link that opens the app under its own name. */
  newLink(): string;
  /** The same by number, for a browser that cannot find `*.localhost` names. */
  plainLink(): string;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
};

export type WebServerOptions = {
  core: Handler;
  assets: Assets;
  /** 0 takes any free port. */
  port: number;
  /** Listen on this path, readable by its owner alone, instead of a port. */
  socket?: string | null;
  /** Host name of its own, e.g. `glossa-1a2b3c4d.localhost`: other local pages share neither cookies nor storage with it. */
  name?: string;
  /** Time for a request's head to come, ms. */
  headersMs?: number;
  /** Told of bugs: an exception while answering. */
  onError(error: unknown): void;
  clock?: () => number;
};

/** Starts listening. Rejects with Node's error (`EADDRINUSE`, `EACCES`) when the port cannot be had. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  // The sessions are named by the port, so nothing is answered before it is known.
  let answer: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> = () => Promise.resolve();
  const headersMs = options.headersMs ?? 15_000;
  const limits = {
    maxHeaderSize: 16 * 1024,
    requireHostHeader: false,
    connectionsCheckingInterval: Math.ceil(headersMs / 3),
  };
  const server = createServer(limits, (incoming, outgoing) => {
    void answer(incoming, outgoing).catch((error: unknown) => {
      options.onError(error);
      outgoing.destroy();
    });
  });
  server.headersTimeout = headersMs;
  server.requestTimeout = 0; // A large upload may take its time; standing still is what the bridge ends.
  server.maxConnections = 64;
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\n\r\n'));
  const { socket = null, name = '127.0.0.1' } = options;
  await listen(server, socket ?? options.port);
  const port = socket === null ? (server.address() as AddressInfo).port : null;
  const url = port === null ? 'http://localhost' : `http://127.0.0.1:${port}`;
  const sessions = new Sessions(port ?? name.replaceAll('.', '-'), options.clock);
  const linkAt = (origin: string): string => `${origin}/auth?n=${sessions.newLink()}`;
  const plainLink = (): string => linkAt(url);
  const newLink = (): string => linkAt(port === null ? url : `http://${name}:${port}`);
  const door: Door = {
    hosts: new Set(
      port === null
        ? ['localhost', 'localhost:*', '127.0.0.1:*', `${name}:*`]
        : [`127.0.0.1:${port}`, `${name}:${port}`],
    ),
    recognise: (credentials) => sessions.recognise(credentials),
    isLockedOut: () => sessions.isLockedOut(),
  };
  const condemned = new WeakSet<object>();
  answer = async (incoming, outgoing) => {
    const verdict = judge(knockOf(incoming, socket !== null), door);
    // Who frames a request in a doubtful way may have hidden another behind it: the connection is done with.
    if (condemned.has(incoming.socket)) return void outgoing.destroy();
    if ('refuse' in verdict && verdict.refuse === 400) condemned.add(incoming.socket);
    const release = 'refuse' in verdict ? null : sessions.hold(incoming.headers.cookie);
    if (release) outgoing.once('close', release);
    const response =
      'refuse' in verdict ? refusal(verdict, wantsPage(incoming)) : await route(incoming, outgoing, verdict.pass);
    // What was not read of a refused body must not be taken for the next request.
    if (!incoming.complete || condemned.has(incoming.socket)) response.headers.set('Connection', 'close');
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
    if (path === '/link') return answerLink(incoming.method, who, () => ({ url: newLink(), plainUrl: plainLink() }));
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

  return { url, socket, token: sessions.bearer, newLink, plainLink, close: () => close(server) };
}

function knockOf(incoming: IncomingMessage, isSocket: boolean): Knock {
  return {
    isSocket,
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

function listen(server: Server, at: number | string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    const ready = (): void => {
      server.off('error', fail);
      done();
    };
    if (typeof at === 'number') {
      server.listen(at, '127.0.0.1', ready);
      return;
    }
    // Nobody else may reach it, not even between its making and a chmod.
    const former = process.umask(0o177);
    try {
      server.listen(at, ready);
    } finally {
      process.umask(former);
    }
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
