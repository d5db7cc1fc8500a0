// A door for the command line alone: a socket only this user can reach (a named pipe on Windows), and a token on top.
// No browser can knock at it. The desktop shell opens one, so that verbs work on the library it holds.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sendResponse, toRequest } from './bridge.ts';

export type PrivateDoor = {
  /** Path of the socket, or name of the pipe. */
  socket: string;
  token: string;
  close(): Promise<void>;
};

type Handle = (request: Request) => Promise<Response>;

/** Opens a door behind which `handle` answers. Rejects with Node's error when no socket can be made. */
export async function openPrivateDoor(handle: Handle, onError: (error: unknown) => void): Promise<PrivateDoor> {
  const token = randomBytes(32).toString('base64url');
  const wanted = hash(`Bearer ${token}`);
  const server = createServer({ maxHeaderSize: 16 * 1024 }, (incoming, outgoing) => {
    const isKnown = timingSafeEqual(hash(incoming.headers.authorization ?? ''), wanted);
    const answered = isKnown ? answer(handle, incoming, outgoing) : sendResponse(unknown(), outgoing);
    answered.catch((error: unknown) => {
      onError(error);
      outgoing.destroy();
    });
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 0;
  server.maxConnections = 16;
  const socket = await listen(server);
  return { socket, token, close: () => close(server, socket) };
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
const unknown = (): Response => new Response(null, { status: 401, headers: { Connection: 'close' } });

async function answer(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await handle(toRequest(incoming, outgoing, 'http://core.invalid'));
  await sendResponse(response, outgoing);
}

/** A folder no other user can enter holds the socket. */
async function listen(server: Server): Promise<string> {
  const socket =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\glossa-${randomBytes(16).toString('hex')}`
      : join(mkdtempSync(join(tmpdir(), 'glossa-')), 'door');
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(socket, done);
  });
  if (process.platform !== 'win32') chmodSync(socket, 0o600);
  server.unref();
  return socket;
}

function close(server: Server, socket: string): Promise<void> {
  return new Promise((done) => {
    server.close(() => {
      if (process.platform !== 'win32') rmSync(dirname(socket), { recursive: true, force: true });
      done();
    });
    server.closeAllConnections();
  });
}
