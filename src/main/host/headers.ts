// The headers every answer carries, on every host: content policy, isolation, no sniffing, nothing leaks out.

/** Features of the browser that nothing here needs. Copying and full screen stay with our own pages. */
const UNNEEDED =
  'accelerometer camera display-capture encrypted-media geolocation gyroscope hid magnetometer ' +
  'microphone midi payment publickey-credentials-get screen-wake-lock serial usb';
const PERMISSIONS = UNNEEDED.split(' ')
  .map((name) => `${name}=()`)
  .concat('clipboard-write=(self)', 'fullscreen=(self)')
  .join(', ');

const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': PERMISSIONS,
} as const;

const SEALED_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * For the page. `nonce` is of this one answer; components that add `<style>` elements take it from the page.
 * `'wasm-unsafe-eval'` lets pdf.js run its image decoders; nothing may `eval`.
 */
export function pageHeaders(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "media-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { ...EVERYWHERE, 'Content-Security-Policy': policy.join('; ') };
}

/** For scripts. A worker obeys the policy of its own file, not the page's, so each script carries a worker's. */
export function scriptHeaders(): Record<string, string> {
  return {
    ...EVERYWHERE,
    'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  };
}

/** For everything that is neither page nor script: were it ever shown as a page, it could do nothing. */
export function plainHeaders(): Record<string, string> {
  return { ...EVERYWHERE, 'Content-Security-Policy': SEALED_POLICY };
}

/** The same answer with {@link plainHeaders}, and `no-store` where it does not say how it may be kept. */
export function sealed(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(plainHeaders())) headers.set(name, value);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
