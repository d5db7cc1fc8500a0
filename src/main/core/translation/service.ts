// Asks a translation service over HTTP: an OpenAI-compatible one, or LibreTranslate.
import { AppError } from '#shared/errors.ts';
import { openProvider, type DraftRequest, type Service } from './provider.ts';

/** A model may think for a while; longer than this nobody waits. */
const PATIENCE_MS = 90_000;
const MAX_BYTES = 1024 * 1024;
const MAX_HOPS = 3;

const refused = (provider: Service, why: string): AppError =>
  new AppError('refused', `${openProvider(provider).name} ${why} Nothing was changed.`);

/** The draft. `refused` with what went wrong; the key is in no message. */
export async function askService(provider: Service, request: DraftRequest, closing: AbortSignal): Promise<string> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const signal = AbortSignal.any([closing, late]);
  try {
    const answer = await post(
      provider,
      provider.kind === 'openai' ? openAi(provider, request) : libre(provider, request),
      signal,
    );
    const text = provider.kind === 'openai' ? openAiText(answer) : libreText(answer);
    if (!text) throw refused(provider, 'answered without a translation.');
    return text;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (late.aborted) throw refused(provider, 'did not answer in time.');
    if (closing.aborted) throw new AppError('cancelled', 'The library is being closed.');
    // What fetch says may repeat what was sent; its cause's code does not.
    const code = causeCode(error);
    throw refused(provider, `could not be reached${code ? ` (${code})` : ''}. Check the address and the connection.`);
  }
}

type Asked = { url: URL; headers: Record<string, string>; body: unknown };

const below = (address: string, path: string): URL => new URL(address.endsWith(path) ? address : `${address}${path}`);

function openAi({ address, model, key }: Service, { text, from, to }: DraftRequest): Asked {
  const instruction =
    `Translate the user's text from ${from} to ${to} (BCP 47). It is a scholar's note in Markdown. ` +
    'Keep formulas, code, links, citations, names and numbers as they are, and keep the Markdown. ' +
    'Answer with the translation alone.';
  return {
    url: below(address, '/chat/completions'),
    headers: key ? { authorization: `Bearer ${key}` } : {},
    body: {
      model,
      messages: [
        { role: 'system', content: instruction },
        { role: 'user', content: text },
      ],
    },
  };
}

function libre({ address, key }: Service, { text, from, to }: DraftRequest): Asked {
  const body = { q: text, source: libreCode(from), target: libreCode(to), format: 'text' };
  return { url: below(address, '/translate'), headers: {}, body: key ? { ...body, api_key: key } : body };
}

/** LibreTranslate knows languages by two letters; Chinese in its two scripts is zh and zt. */
function libreCode(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zt' : 'zh';
  return language;
}

/** Posts; follows redirects within the same origin only, so that neither text nor key goes to a stranger. */
async function post(provider: Service, asked: Asked, signal: AbortSignal): Promise<unknown> {
  let { url } = asked;
  for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...asked.headers },
      body: JSON.stringify(asked.body),
    });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel();
      const next = new URL(location, url);
      if (next.origin !== url.origin)
        throw refused(provider, `leads to another host (${next.host}), which was not asked.`);
      url = next;
      continue;
    }
    const text = await bodyOf(provider, response);
    if (!response.ok) throw refused(provider, reason(response.status));
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw refused(provider, 'answered with something else than JSON. Check the address.');
    }
  }
  throw refused(provider, 'leads around in a circle.');
}

function reason(status: number): string {
  if (status === 401 || status === 403) return `did not accept the key (${status}). Check it in the settings.`;
  if (status === 404) return 'has nothing at this address (404). Check it in the settings.';
  if (status === 429) return 'asks to wait (429). Try again later.';
  return `answered with an error (${status}).`;
}

async function bodyOf(provider: Service, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size > MAX_BYTES) throw refused(provider, 'answered with more than a translation could be.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

type Any = Record<string, unknown>;
const field = (value: unknown, name: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Any)[name] : undefined;
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const openAiText = (answer: unknown): string =>
  textOf(field(field(field(field(answer, 'choices'), 0), 'message'), 'content'));
const libreText = (answer: unknown): string => textOf(field(answer, 'translatedText'));

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = field(cause, 'code');
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : '';
}
