// The double's network: a loopback server under a name of its own, where a page's requests are answered by the handlers
// the program gave to `protocol.handle`. Bodies stream both ways. `http://app.localhost:<port>/x` is `glossa://app/x`.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';

type Handle = (request: Request) => Response | Promise<Response>;

export const handlers = new Map<string, Handle>();

const SUFFIX = '.localhost';
let port = 0;

/** Starts listening; before that nothing can be mapped. */
export async function listen(): Promise<void> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
  server.unref();
}

/** The address a page has for one of the program's own: `glossa://app/` is `http://app.localhost:<port>/`. */
export function toPage(address: string): string {
  const url = new URL(address);
  if (!handlers.has(url.protocol.slice(0, -1))) return address;
  return `http://${url.host}${SUFFIX}:${port}${url.pathname}${url.search}${url.hash}`;
}

/** The program's own address for one of a page. Others, and `blob:` ones of other makers, stay as they are. */
export function fromPage(address: string): string {
  if (address.startsWith('blob:')) return `blob:${fromPage(address.slice(5))}`;
  const url = new URL(address);
  const isOurs = url.protocol === 'http:' && url.port === String(port) && url.hostname.endsWith(SUFFIX);
  const [scheme] = handlers.keys();
  if (!isOurs || scheme === undefined) return address;
  return `${scheme}://${url.hostname.slice(0, -SUFFIX.length)}${url.pathname}${url.search}${url.hash}`;
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const address = fromPage(`http://${incoming.headers.host}${incoming.url}`);
  const handle = handlers.get(new URL(address).protocol.slice(0, -1));
  if (!handle) return void outgoing.writeHead(404).end();
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === 'string' && name !== 'host') headers.set(name, value);
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(address, {
    method,
    headers,
    signal: gone.signal,
    ...(hasBody && { body: Readable.toWeb(incoming) as unknown as BodyInit, duplex: 'half' }),
  } as RequestInit);
  const response = await handle(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  if (!response.body) return void outgoing.end();
  const body = Readable.fromWeb(response.body as NodeStream);
  body.on('error', () => outgoing.destroy());
  outgoing.once('close', () => body.destroy());
  body.pipe(outgoing);
}
