// The one gate for addresses that are opened outside the app.
import { shell } from 'electron';

const SCHEMES = new Set(['https:', 'http:', 'mailto:']);
const MAX_LENGTH = 2000;

/** The address to open, normalised; null when it may not be opened. */
export function externalAddress(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > MAX_LENGTH || /\p{Cc}/u.test(address)) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** Opens an address in the user's browser or mail program. False when it is refused. */
export async function openExternal(address: unknown): Promise<boolean> {
  const allowed = externalAddress(address);
  if (allowed === null) return false;
  await shell.openExternal(allowed);
  return true;
}
