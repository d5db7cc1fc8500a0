// Sends web-standard requests over a private socket, and gives web-standard answers.
import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import type { Send } from './client.ts';

/** A {@link Send} that goes through `socket` with the token. Rejects when nobody listens there. */
export function sendThrough(socket: string, token: string): Send {
  return async (request) => {
    const body =
      request.method === 'GET' || request.method === 'HEAD' ? null : Buffer.from(await request.arrayBuffer());
    const { pathname, search } = new URL(request.url);
    const headers: Record<string, string> = {
      ...Object.fromEntries(request.headers),
      authorization: `Bearer ${token}`,
      host: 'core.invalid',
    };
    if (body) headers['content-length'] = String(body.length);
    return new Promise((done, fail) => {
      const outgoing = httpRequest(
        { socketPath: socket, method: request.method, path: pathname + search, headers, agent: false },
        (incoming) => {
          const status = incoming.statusCode ?? 500;
          const hasBody = status !== 204 && status !== 304 && request.method !== 'HEAD';
          const answer = new Headers();
          for (const [name, value] of Object.entries(incoming.headers))
            if (typeof value === 'string') answer.set(name, value);
          done(
            new Response(hasBody ? (Readable.toWeb(incoming) as ReadableStream) : null, { status, headers: answer }),
          );
        },
      );
      outgoing.on('error', fail);
      request.signal.addEventListener('abort', () => outgoing.destroy());
      outgoing.end(body ?? undefined);
    });
  };
}
