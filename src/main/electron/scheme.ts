// glossa://app: the scheme the desktop window is loaded from. The built renderer and the core's handler answer it;
// no file path and no network address ever does.
import { protocol, type Session } from 'electron';
import { answerAsset, type Assets } from '../host/assets.ts';
import { plainHeaders, sealed } from '../host/headers.ts';

/** The window's origin. */
export const ORIGIN = 'glossa://app';

/** True for an address of our own pages: parsed, never compared by its beginning. */
export function isOwn(address: string): boolean {
  try {
    const { protocol: scheme, host } = new URL(address);
    return scheme === 'glossa:' && host === 'app';
  } catch {
    return false;
  }
}

/** Must run before the app is ready, once. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'glossa',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        corsEnabled: false,
        allowExtensions: false,
      },
    },
  ]);
}

type Handle = (request: Request) => Promise<Response>;

/**
 * Answers the window's requests in this session. A bug while answering is told to `onError`.
 * Gives how many are being answered now; a stream counts until it begins.
 */
export function serveScheme(
  session: Session,
  assets: Assets,
  handle: Handle,
  onError: (error: unknown) => void,
): () => number {
  let pending = 0;
  session.protocol.handle('glossa', async (request) => {
    if (!isOwn(request.url)) return new Response(null, { status: 404, headers: plainHeaders() });
    pending += 1;
    try {
      return answerAsset(assets, request) ?? sealed(await handle(request));
    } catch (error) {
      onError(error);
      return new Response('internal error\n', { status: 500, headers: plainHeaders() });
    } finally {
      pending -= 1;
    }
  });
  return () => pending;
}
