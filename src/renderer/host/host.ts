// What the place the window runs in can do: pick files, open addresses, hear the application's menu.
// One implementation for the desktop, one for a browser.
import type { MenuCommand } from '#shared/native.ts';
import type { Place } from '#shared/values.ts';
import { desktopHost } from './desktop-host.ts';
import { webHost } from './web-host.ts';

/** A file let in: its ticket for `surveys.preview`, `surveys.import` or `files.import`, and its name. */
export type PickedFile = { name: string; source: string };

/** The abilities; every method resolves with nothing picked when the user thinks better of it. */
export type Host = {
  kind: 'desktop' | 'web';
  /** Lets the user pick PDFs (on the desktop also folders). */
  pickPdfs: () => Promise<PickedFile[]>;
  /** Lets the user pick one Markdown file. */
  pickSurvey: () => Promise<PickedFile | null>;
  /** Lets in files that were dropped on the window. */
  letIn: (files: readonly File[], onProgress?: (done: number, total: number) => void) => Promise<PickedFile[]>;
  /** Opens an address that {@link externalUrl} has passed. */
  openExternal: (url: string) => void;
  /** Lets the user choose a library's folder; true when it is open now. A browser cannot: false. Rejects with AppError. */
  pickLibrary: (how: 'open' | 'new') => Promise<boolean>;
  /** Opens another window at the place of this hash. */
  newWindow: (hash: string) => void;
  /** Prints the window. */
  print: () => void;
  /** In a `dragstart`: what is dragged out of the window is this PDF, as a file. */
  dragPdf: (event: DragEvent, file: { sha256: string; name: string }) => void;
  /** Gives the application's own menu the commands there are now. */
  setCommands: (language: 'en' | 'zh-Hans', commands: readonly MenuCommand[]) => void;
  /** Hears that the window is about to close, which waits for the promise; returns the way to stop. */
  onClosing: (listener: () => Promise<void>) => () => void;
  /** Hears where a link from outside leads; returns the way to stop. */
  onGo: (listener: (place: Place) => void) => () => void;
  /** Hears commands chosen in the application's own menu, by id; returns the way to stop. */
  onCommand: (listener: (id: string) => void) => () => void;
};

/** The host of this window. */
export const host: Host = typeof window !== 'undefined' && window.glossa ? desktopHost(window.glossa) : webHost();

const OPENED = new Set(['http:', 'https:', 'mailto:']);

/** The address as it may leave the app, or null: only http, https, mailto and doi (as https://doi.org/…). */
export function externalUrl(address: string): string | null {
  const doi = /^doi:\s*(10\..+)$/i.exec(address.trim());
  try {
    const url = new URL(doi?.[1] ? `https://doi.org/${doi[1]}` : address);
    return OPENED.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Opens an address outside; false when it is of a kind that is never opened. */
export function openExternal(address: string): boolean {
  const url = externalUrl(address);
  if (!url) return false;
  host.openExternal(url);
  return true;
}
