// Who may knock at the web host. One pure function that judges a request's head before anything else looks at it;
// the order of its rules matters (a rebound DNS name passes every later rule, so Host comes first).
import { JSON_LIMIT, UPLOAD_LIMIT, pathOf } from '../host/bridge.ts';
import type { SessionKind } from './sessions.ts';

/** A request's head, as it came off the wire. Header names are lower case. */
export type Knock = {
  remoteAddress: string | undefined;
  method: string;
  /** The request target as sent: a path with its query, unless the sender is up to something. */
  target: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Every header name as sent, in order: repeated ones show here only. */
  headerNames: readonly string[];
};

/** What the gate needs to know about the host it guards. */
export type Door = {
  /** Accepted Host headers, e.g. `127.0.0.1:4242`. */
  hosts: ReadonlySet<string>;
  /** The page's own origin. */
  origins: ReadonlySet<string>;
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
  return comesFromHere(knock, door) ?? wasSentByUs(knock, door) ?? isKnown(knock, door);
}

/** Rules 1 to 3: over loopback, to our name, in a plain form. */
function comesFromHere(knock: Knock, door: Door): Verdict | null {
  if (!knock.remoteAddress || !LOOPBACK.has(knock.remoteAddress)) return refuse(403, 'not from this machine');
  const hostCount = knock.headerNames.filter((name) => name.toLowerCase() === 'host').length;
  const host = header(knock, 'host');
  if (hostCount !== 1 || host === undefined) return refuse(400, 'one Host header, please');
  if (!door.hosts.has(host.toLowerCase())) return refuse(421, 'not this host');
  if (!knock.target.startsWith('/') || knock.target.startsWith('//')) return refuse(400, 'not a path');
  if (!METHODS.has(knock.method)) return refuse(405, 'method not allowed');
  if (header(knock, 'upgrade') !== undefined) return refuse(426, 'no upgrades here');
  return null;
}

/** Rules 4 and 5: a browser says where a request comes from; only our own page and the address bar may. */
function wasSentByUs(knock: Knock, door: Door): Verdict | null {
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
  if (origin !== undefined && !door.origins.has(origin)) return refuse(403, 'wrong origin');
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

function bearerOf(knock: Knock): string | undefined {
  return /^Bearer ([\w-]{1,200})$/.exec(header(knock, 'authorization') ?? '')?.[1];
}

function header(knock: Knock, name: string): string | undefined {
  const value = knock.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
