// Who may knock at the web host. One pure function that judges a request's head before anything else looks at it;
// the order of its rules matters (a rebound DNS name passes every later rule, so Host comes first).
import { JSON_LIMIT, UPLOAD_LIMIT, pathOf } from '../host/bridge.ts';
import type { SessionKind } from './sessions.ts';

/** A request's head, as it came off the wire. Header names are lower case. */
export type Knock = {
  /** Undefined for a caller on a private socket, which `isSocket` says. */
  remoteAddress: string | undefined;
  isSocket?: boolean;
  method: string;
  /** The request target as sent: a path with its query, unless the sender is up to something. */
  target: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Every header name as sent, in order: repeated ones show here only. */
  headerNames: readonly string[];
};

/** What the gate needs to know about the host it guards. */
export type Door = {
  /** Accepted Host headers, e.g. `127.0.0.1:4242`; `name:*` where the port is the forwarder's own (a private socket). */
  hosts: ReadonlySet<string>;
  /** Whose token or cookie this is; null for nobody's. Takes the same time either way. */
  recognise(credentials: { cookie: string | undefined; bearer: string | undefined }): SessionKind | null;
  /** True while too many wrong credentials have come in. */
  isLockedOut(): boolean;
};

/** Let in (as the window, as the command line, or as a stranger who may only use a one-time link), or refused. */
export type Verdict = { pass: SessionKind | 'stranger' } | { refuse: number; why: string };

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const UPLOAD_TYPES = new Set(['application/pdf', 'application/octet-stream', 'text/markdown', 'text/plain']);

const refuse = (status: number, why: string): Verdict => ({ refuse: status, why });

/** Judges a request by its head alone. See RFC 9110 for the status codes, Fetch Metadata for Sec-Fetch-*. */
export function judge(knock: Knock, door: Door): Verdict {
  return comesFromHere(knock, door) ?? wasSentByUs(knock) ?? isKnown(knock, door);
}

/** Rules 1 to 3: over loopback, to our name, in a plain form. */
function comesFromHere(knock: Knock, door: Door): Verdict | null {
  const isNear = knock.isSocket === true || LOOPBACK.has(knock.remoteAddress ?? '');
  if (!isNear) return refuse(403, 'not from this machine');
  const hostCount = knock.headerNames.filter((name) => name.toLowerCase() === 'host').length;
  const host = header(knock, 'host');
  if (hostCount !== 1 || host === undefined) return refuse(400, 'one Host header, please');
  if (!isOurs(host.toLowerCase(), door.hosts)) return refuse(421, 'not this host');
  if (!knock.target.startsWith('/') || knock.target.startsWith('//')) return refuse(400, 'not a path');
  const framed = header(knock, 'transfer-encoding');
  if (framed !== undefined && framed.trim().toLowerCase() !== 'chunked')
    return refuse(400, 'a body in plain chunks, please');
  if (!METHODS.has(knock.method)) return refuse(405, 'method not allowed');
  if (header(knock, 'upgrade') !== undefined) return refuse(426, 'no upgrades here');
  return null;
}

/** Rules 4 and 5: a browser says where a request comes from; only our own page and the address bar may. */
function wasSentByUs(knock: Knock): Verdict | null {
  const site = header(knock, 'sec-fetch-site');
  const path = pathOf(knock.target);
  if (site === 'none') {
    const isVisit =
      knock.method === 'GET' &&
      header(knock, 'sec-fetch-mode') === 'navigate' &&
      header(knock, 'sec-fetch-dest') === 'document' &&
      (path === '/' || path === '/auth');
    if (!isVisit) return refuse(403, 'only the front door opens from the address bar');
  } else if (site !== undefined && site !== 'same-origin') {
    return refuse(403, 'other pages may not come in; paste the link into the address bar');
  }
  if (site === undefined && bearerOf(knock) === undefined && path !== '/auth') {
    return refuse(403, 'neither a current browser nor a token');
  }
  const origin = header(knock, 'origin');
  // Of the very name it was sent to: another of our own names is another page.
  const own = `http://${header(knock, 'host')?.toLowerCase()}`;
  if (origin !== undefined && origin !== own) return refuse(403, 'wrong origin');
  // A browser names the origin of every write; a page that can set a header of its own is of this origin.
  const isRead = knock.method === 'GET' || knock.method === 'HEAD';
  const isProven = origin === own || header(knock, 'x-glossa') !== undefined || bearerOf(knock) !== undefined;
  if (!isRead && !isProven) return refuse(403, 'a write must say where it comes from');
  return null;
}

/** Rules 6 to 8: who it is, and whether what is sent is of a kind and size we take. */
function isKnown(knock: Knock, door: Door): Verdict {
  const path = pathOf(knock.target);
  const isLink = path === '/auth' && knock.method === 'GET';
  const who = isLink ? null : door.recognise({ cookie: header(knock, 'cookie'), bearer: bearerOf(knock) });
  // Someone guessing must not shut out who is known already.
  if (who === null && door.isLockedOut()) return refuse(429, 'too many wrong tries; wait a minute');
  if (isLink) return { pass: 'stranger' };
  if (who === null) return refuse(401, 'open the link that Glossa printed when it started');
  if (knock.method === 'GET' || knock.method === 'HEAD') return { pass: who };
  return bodyRefusal(knock, path) ?? { pass: who };
}

function bodyRefusal(knock: Knock, path: string): Verdict | null {
  const length = header(knock, 'content-length');
  const isUpload = path === '/upload';
  const hasBody = header(knock, 'transfer-encoding') !== undefined || (length !== undefined && length !== '0');
  if (hasBody) {
    const type = (header(knock, 'content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    const fits = isUpload ? UPLOAD_TYPES.has(type) : type === 'application/json';
    if (!fits) return refuse(415, 'this kind of body is not taken here');
  }
  if (length !== undefined && !/^\d+$/.test(length)) return refuse(400, 'bad length');
  if (Number(length ?? 0) > (isUpload ? UPLOAD_LIMIT : JSON_LIMIT)) return refuse(413, 'too large');
  return null;
}

const isOurs = (host: string, hosts: ReadonlySet<string>): boolean =>
  hosts.has(host) || hosts.has(host.replace(/:\d{1,5}$/, ':*'));

function bearerOf(knock: Knock): string | undefined {
  return /^Bearer ([\w-]{1,200})$/.exec(header(knock, 'authorization') ?? '')?.[1];
}

function header(knock: Knock, name: string): string | undefined {
  const value = knock.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
