// Feeds pdf.js the bytes of a stored file piece by piece, over fetch with byte ranges: the same on every host
// (pdf.js itself uses ranges on http alone).
import type * as pdfjs from 'pdfjs-dist';

/** Bytes asked for at a time. */
export const CHUNK_BYTES = 1 << 17;

/** What the first request told: either all of a small file, or its beginning and whole length. */
export type Beginning = { whole: true; data: Uint8Array } | { whole: false; data: Uint8Array; length: number };

/** The file could not be fetched; `status` is the HTTP status, 0 where there was no answer. */
export class FetchFailed extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'FetchFailed';
    this.status = status;
  }
}

/** Total length in a `Content-Range: bytes 0-99/1234` header; null when it names none. */
export function totalLength(contentRange: string | null): number | null {
  const match = /^bytes \d+-\d+\/(\d+)$/.exec(contentRange ?? '');
  return match ? Number(match[1]) : null;
}

/** Fetches the start of a file. @throws FetchFailed */
export async function fetchBeginning(url: string, signal: AbortSignal): Promise<Beginning> {
  const response = await ask(url, 0, CHUNK_BYTES, signal);
  const data = new Uint8Array(await response.arrayBuffer());
  const length = response.status === 206 ? totalLength(response.headers.get('Content-Range')) : data.byteLength;
  if (length === null) throw new FetchFailed(response.status, 'The file came without its length.');
  return length <= data.byteLength ? { whole: true, data } : { whole: false, data, length };
}

/** A pdf.js range transport for `url`; `onFailed` is told when bytes that a page needs could not be had. */
export function rangeTransport(
  api: typeof pdfjs,
  url: string,
  beginning: { data: Uint8Array; length: number },
  signal: AbortSignal,
  onFailed: (error: FetchFailed) => void,
): pdfjs.PDFDataRangeTransport {
  const transport = new api.PDFDataRangeTransport(beginning.length, beginning.data);
  transport.requestDataRange = (begin: number, end: number) => {
    fetchRange(url, begin, end, signal).then(
      (bytes) => transport.onDataRange(begin, bytes),
      (error: unknown) => {
        if (!signal.aborted) onFailed(error instanceof FetchFailed ? error : new FetchFailed(0, String(error)));
      },
    );
  };
  return transport;
}

/** One range, tried three times: a local host may be restarting. */
async function fetchRange(url: string, begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await ask(url, begin, end, signal);
      return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      if (attempt === 3 || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 400));
    }
  }
}

async function ask(url: string, begin: number, end: number, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal });
  } catch (error) {
    throw new FetchFailed(0, String(error));
  }
  if (!response.ok) throw new FetchFailed(response.status, `The file could not be fetched (${response.status}).`);
  if (begin > 0 && response.status !== 206) throw new FetchFailed(response.status, 'The host ignores byte ranges.');
  return response;
}
