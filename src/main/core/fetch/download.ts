// One download: follows redirects itself, checks every address, resumes what was cut off, and says plainly why not.
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Agent, EnvHttpProxyAgent, request, type Dispatcher } from 'undici';
import type { FetchReason } from '#shared/fetch.ts';
import { ForbiddenAddress, guardedLookup, type Policy } from './address.ts';

/** Bytes, times in ms. */
export type Limits = {
  maxBytes: number;
  totalMs: number;
  stallMs: number;
  redirects: number;
  retries: number;
  maxWaitMs: number;
};
export const LIMITS: Limits = {
  maxBytes: 300 * 1024 ** 2,
  totalMs: 600_000,
  stallMs: 30_000,
  redirects: 8,
  retries: 4,
  maxWaitMs: 120_000,
};

export type Job = {
  url: string;
  /** Where the bytes go; what is there already is gone on from. */
  part: string;
  /** Strong ETag or date of what is there already; '' for none. */
  validator: string;
  policy: Policy;
  limits: Limits;
  signal: AbortSignal;
  onProgress(bytes: number, total: number | null, validator: string): void;
  /** Waits out a pause the server asks for; rejects when the signal fires. */
  wait(ms: number): Promise<void>;
};

/** Done, or why not; `params` for the sentence. */
export type Outcome = { ok: true } | { ok: false; reason: FetchReason; params: Record<string, string> };

const failed = (reason: FetchReason, params: Record<string, string> = {}): Outcome => ({ ok: false, reason, params });
const HEAD_BYTES = 65_536;
const RETRIED = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Through the proxy of the environment where one is set (it looks names up itself), else directly and guarded. */
export function makeDispatcher(policy: Policy): Dispatcher {
  const hasProxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => process.env[name]);
  return hasProxy ? new EnvHttpProxyAgent() : new Agent({ connect: { lookup: guardedLookup(policy) }, connections: 2 });
}

/** Runs the download with its retries. Throws the signal's reason when cancelled; the part stays. */
export async function download(job: Job): Promise<Outcome> {
  const dispatcher = makeDispatcher(job.policy);
  const deadline = AbortSignal.timeout(job.limits.totalMs);
  const signal = AbortSignal.any([job.signal, deadline]);
  let { validator } = job;
  const remember: Job['onProgress'] = (bytes, total, value) => {
    validator = value;
    job.onProgress(bytes, total, value);
  };
  try {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await attemptOnce({ ...job, validator, signal, onProgress: remember }, dispatcher).catch(
        (error: unknown) => explain(error, job.signal, deadline),
      );
      if (!('retryMs' in answer)) return answer;
      if (attempt >= job.limits.retries || answer.retryMs > job.limits.maxWaitMs) return answer.outcome;
      await job.wait(answer.retryMs || Math.min(60_000, 1000 * 2 ** attempt));
    }
  } finally {
    await dispatcher.destroy().catch(() => undefined);
  }
}

type Again = { retryMs: number; outcome: Outcome };

function explain(error: unknown, signal: AbortSignal, deadline: AbortSignal): Outcome | Again {
  signal.throwIfAborted();
  if (deadline.aborted) return failed('too-long');
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof ForbiddenAddress) return failed('forbidden-address');
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return failed('no-host');
  if (code.startsWith('ERR_TLS') || code.includes('CERT')) return failed('insecure');
  return { retryMs: 0, outcome: failed('cut-off') };
}

/** Follows redirects to an answer that is none. */
async function follow(job: Job, dispatcher: Dispatcher, headers: Record<string, string>) {
  let url = new URL(job.url);
  if (url.protocol === 'http:' && !job.policy.mayUse(url)) url.protocol = 'https:';
  for (let hop = 0; hop <= job.limits.redirects; hop += 1) {
    if (!job.policy.mayUse(url)) return failed('forbidden-address', { host: url.host });
    const response = await request(url.href, {
      dispatcher,
      signal: job.signal,
      headers,
      headersTimeout: job.limits.stallMs,
      bodyTimeout: job.limits.stallMs,
    });
    const { location } = response.headers;
    if (response.statusCode < 300 || response.statusCode >= 400 || typeof location !== 'string')
      return { url, response };
    await response.body.dump().catch(() => undefined);
    if (!URL.canParse(location, url.href)) return failed('not-found');
    url = new URL(location, url);
  }
  return failed('too-many-redirects');
}

async function attemptOnce(job: Job, dispatcher: Dispatcher): Promise<Outcome | Again> {
  const have = job.validator !== '' && existsSync(job.part) ? statSync(job.part).size : 0;
  const found = await follow(job, dispatcher, {
    'user-agent': 'Glossa (a reading room for researchers; downloads on request only)',
    accept: 'application/pdf, text/html;q=0.5',
    'accept-encoding': 'identity',
    ...(have > 0 && { range: `bytes=${have}-`, 'if-range': job.validator }),
  });
  if ('ok' in found) return found;
  const { response, url } = found;
  const { statusCode: status, headers, body } = response;
  const drop = () => body.dump().catch(() => undefined);
  if (RETRIED.has(status)) {
    await drop();
    const outcome = failed(status === 429 ? 'busy' : 'server', { status: String(status), host: url.host });
    return { retryMs: retryAfter(headers['retry-after']), outcome };
  }
  if (status === 416) {
    await drop();
    await rm(job.part, { force: true });
    job.onProgress(0, null, '');
    return { retryMs: 1, outcome: failed('cut-off') };
  }
  if (status === 401 || status === 402 || status === 403)
    return drop().then(() => failed('no-access', { status: String(status) }));
  if (status === 404 || status === 410 || status === 451)
    return drop().then(() => failed('not-found', { status: String(status) }));
  if (status !== 200 && status !== 206)
    return drop().then(() => failed('server', { status: String(status), host: url.host }));
  const isGoingOn =
    status === 206 && /^bytes (\d+)-/.exec(String(headers['content-range'] ?? ''))?.[1] === String(have);
  if (status === 206 && !isGoingOn) {
    await drop();
    await rm(job.part, { force: true });
    job.onProgress(0, null, '');
    return { retryMs: 1, outcome: failed('cut-off') };
  }
  return receive(job, body, isGoingOn ? have : 0, headers);
}

/** Seconds or a date, in ms from now; 0 where the server does not say. */
function retryAfter(value: string | string[] | undefined): number {
  if (typeof value !== 'string') return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

type Headers = Record<string, string | string[] | undefined>;

async function receive(
  job: Job,
  body: AsyncIterable<Buffer>,
  have: number,
  headers: Headers,
): Promise<Outcome | Again> {
  const declared = Number(headers['content-length'] ?? Number.NaN);
  const total = Number.isFinite(declared) ? have + declared : null;
  if (total !== null && total > job.limits.maxBytes) return failed('too-large');
  const etag = String(headers['etag'] ?? '');
  const validator = etag && !etag.startsWith('W/') ? etag : String(headers['last-modified'] ?? '');
  const out = createWriteStream(job.part, { flags: have > 0 ? 'a' : 'w', flush: true });
  let bytes = have;
  let head = Buffer.alloc(0);
  let isPdf = have > 0;
  const close = () => new Promise<void>((resolve) => out.end(resolve));
  try {
    for await (const chunk of body) {
      if (!isPdf) {
        head = Buffer.concat([head, chunk]);
        if (head.includes('%PDF-')) isPdf = true;
        else if (head.length >= HEAD_BYTES) return notPdf(head);
      }
      bytes += chunk.length;
      if (bytes > job.limits.maxBytes) return failed('too-large');
      if (!out.write(chunk)) await new Promise<void>((resolve) => out.once('drain', resolve));
      if (isPdf) job.onProgress(bytes, total, validator);
    }
  } finally {
    await close();
  }
  if (!isPdf) return notPdf(head);
  if (total !== null && bytes < total) return { retryMs: 0, outcome: failed('cut-off') };
  return { ok: true };
}

/** What stands there instead of a PDF, by its words. */
function notPdf(head: Buffer): Outcome {
  const text = head.toString('utf8').toLowerCase();
  if (!/<html|<!doctype html/.test(text)) return failed('not-pdf');
  if (
    /captcha|are you a robot|not a robot|verify you are human|checking your browser|just a moment|unusual traffic/.test(
      text,
    )
  )
    return failed('robot-check');
  if (/log ?in|sign ?in|institution|shibboleth|password|登录|登錄/.test(text)) return failed('log-in');
  return failed('web-page');
}
