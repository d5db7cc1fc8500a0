// Opens a link in the user's browser, where there is a screen to show it on.
import { spawn } from 'node:child_process';

/** The program that opens a link on this system, with its arguments; null where there is no display. */
export function opener(link: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): [string, string[]] | null {
  if (platform === 'darwin') return ['open', [link]];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', link]];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', [link]] : null;
}

/** Tries to open the link. A browser that does not open is no failure: the link has been printed. */
export function openBrowser(link: string): void {
  const found = opener(link, process.platform, process.env);
  if (!found) return;
  const child = spawn(found[0], found[1], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
