// What the web host answers by itself: a refusal, the trade of a one-time link for a session, a new link.
import { plainHeaders } from '../host/headers.ts';
import type { Sessions, SessionKind } from './sessions.ts';

const noStore = (): Record<string, string> => ({ ...plainHeaders(), 'Cache-Control': 'no-store' });

/**
 * A refusal. A person looking at it in a browser gets a sentence, in both languages of the app; anyone else only the
 * status and a few words. A wrong Host gets no body at all.
 */
export function refusal({ refuse, why }: { refuse: number; why: string }, isPage: boolean): Response {
  const headers = noStore();
  if (refuse === 405) headers['Allow'] = 'GET, HEAD, POST, PUT, DELETE';
  if (refuse === 426) headers['Upgrade'] = 'none';
  if (refuse === 421 || refuse === 400) return new Response(null, { status: refuse, headers });
  if (!isPage)
    return new Response(`${why}\n`, { status: refuse, headers: { ...headers, 'Content-Type': 'text/plain' } });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Glossa</title>
<p>Glossa did not open: ${why}.</p>
<p>Links work once. Run <code>npm start</code> again for a new one and paste it into the address bar.</p>
<p lang="zh-Hans">未能打开 Glossa。链接只能使用一次:请再次运行 <code>npm start</code>,把新链接粘贴到地址栏。</p>
</html>`;
  return new Response(html, { status: refuse, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
}

/** `GET /auth?n=…`: a good nonce becomes a session cookie and leads to the page. */
export function answerAuth(url: URL, sessions: Sessions): Response {
  const session = sessions.redeem(url.searchParams.get('n') ?? '');
  if (session === null) return refusal({ refuse: 401, why: 'this link has been used or is too old' }, true);
  return new Response(null, {
    status: 303,
    headers: {
      ...noStore(),
      Location: '/',
      'Set-Cookie': `${sessions.cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    },
  });
}

/** `POST /link`, command line only: a fresh one-time link, as `{ url, plainUrl }`. */
export function answerLink(
  method: string | undefined,
  who: SessionKind,
  newLinks: () => { url: string; plainUrl: string },
): Response {
  if (who !== 'cli') return refusal({ refuse: 403, why: 'only the command line may ask for a link' }, false);
  if (method !== 'POST') return refusal({ refuse: 405, why: 'method not allowed' }, false);
  return Response.json(newLinks(), { headers: noStore() });
}
