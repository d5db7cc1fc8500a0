// Between Node's http and web-standard Request and Response: bodies stream both ways, each side waits for the other,
// and a caller who leaves ends the work that was being done for it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable, Transform } from 'node:stream';

/** Largest JSON body, bytes. */
export const JSON_LIMIT = 8 * 1024 * 1024;
/** Largest uploaded file, bytes. */
export const UPLOAD_LIMIT = 2 * 1024 * 1024 * 1024;

/** The path of a request target, without its query. */
export function pathOf(target: string): string {
  const query = target.indexOf('?');
  return query < 0 ? target : target.slice(0, query);
}

/** Nothing arriving for this long ends an upload. */
const IDLE_MS = 30_000;

/** The request as the core takes it. Its signal fires when the caller leaves before the answer is complete. */
export function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, origin: string): Request {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // Credentials are the gate's business; the core never sees them.
    if (name === 'cookie' || name === 'authorization' || value === undefined) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = incoming.method ?? 'GET';
  const init: RequestInit = { method, headers, signal: gone.signal };
  if (method === 'GET' || method === 'HEAD') return new Request(`${origin}${incoming.url}`, init);
  const limit = pathOf(incoming.url ?? '') === '/upload' ? UPLOAD_LIMIT : JSON_LIMIT;
  return new Request(`${origin}${incoming.url}`, {
    ...init,
    body: bodyOf(incoming, limit),
    duplex: 'half',
  } as RequestInit);
}

/** The body, ended with an error when it grows beyond `limit` bytes or stands still. */
function bodyOf(incoming: IncomingMessage, limit: number): ReadableStream {
  let seen = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      done(seen > limit ? new Error(`body above ${limit} bytes`) : null, chunk);
    },
  });
  incoming.setTimeout(IDLE_MS, () => incoming.destroy(new Error('nothing more came')));
  incoming.once('end', () => incoming.setTimeout(0));
  incoming.once('error', (error) => counted.destroy(error));
  incoming.once('aborted', () => counted.destroy(new Error('the caller left')));
  incoming.pipe(counted);
  return Readable.toWeb(counted) as ReadableStream;
}

/** Sends an answer. Reads its body only as fast as the caller takes it, and cancels it when the caller leaves. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  outgoing.writeHead(response.status, headers);
  if (!response.body) {
    outgoing.end();
    return;
  }
  outgoing.flushHeaders();
  await pump(response.body, outgoing);
}

async function pump(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader();
  // Ends what makes the body; nothing happens where it has ended by itself.
  const leave = (): void => void reader.cancel().catch(() => undefined);
  outgoing.once('close', leave);
  // Who has left before the answer was there will not close again.
  if (outgoing.destroyed) leave();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || outgoing.destroyed) break;
      if (!outgoing.write(value)) await drained(outgoing);
    }
    outgoing.end();
  } catch {
    // The body failed half way: cutting the connection is the only way left to say so.
    outgoing.destroy();
  } finally {
    outgoing.off('close', leave);
    leave();
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((done) => {
    const go = (): void => {
      outgoing.off('drain', go);
      outgoing.off('close', go);
      done();
    };
    outgoing.on('drain', go);
    outgoing.on('close', go);
  });
}
