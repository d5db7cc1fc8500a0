// What a window can do beyond the contract when it runs in the desktop shell. A browser tab has none of it:
// `window.glossa` is then undefined.
import type { Place } from './values.ts';

/** A command of the window's list as the native menu shows it: its words in the interface's language. */
export type MenuCommand = { id: string; label: string; shortcut?: string; enabled: boolean; group: string };

/** How a change of library ended; null when the user thought better of it. */
export type LibraryChange = { ok: true } | { ok: false; code: string; message: string } | null;

/** The desktop shell's abilities, as the preload puts them on `window.glossa` (frozen). */
export type NativeAbilities = {
  readonly kind: 'desktop';
  /** Asks for PDFs, or folders of them, in the system's own dialog. Sources for `files.import`; empty when cancelled. */
  pickPdfs(): Promise<string[]>;
  /** Asks for one Markdown file. `source` is for `surveys.preview` and `surveys.import`; null when cancelled. */
  pickSurvey(): Promise<{ name: string; source: string } | null>;
  /**
   * Lets in files that were dropped on the window, by where they are: nothing is copied. Of each `File` the source;
   * null for one that is no file of the disk, or of a kind that is not taken.
   */
  letIn(files: readonly object[]): Promise<(string | null)[]>;
  /** Opens an http, https or mailto address outside the app. Anything else is refused: false. */
  openExternal(url: string): Promise<boolean>;
  /** Asks for a folder and opens the library in it, or makes a new one there, in place of this one. */
  pickLibrary(how: 'open' | 'new'): Promise<LibraryChange>;
  /** Opens another window at this place (an address's hash). */
  newWindow(hash: string): Promise<void>;
  /** Prints the window through the system's dialog. */
  print(): Promise<void>;
  /** Begins to drag a stored PDF out of the window, as a file of that name. To be called while a drag begins. */
  dragPdf(sha256: string, name: string): void;
  /** Gives the native menu the commands there are now. */
  setCommands(language: 'en' | 'zh-Hans', commands: readonly MenuCommand[]): void;
  /** Hears the id of each command chosen in the native menu; returns the way to stop. */
  onCommand(listener: (id: string) => void): () => void;
  /** Hears that the window is about to close: it goes when the promise has settled; returns the way to stop. */
  onClosing(listener: () => Promise<void>): () => void;
  /** Hears where a `glossa:` link from outside leads; returns the way to stop. */
  onGo(listener: (place: Place) => void): () => void;
};

/** Channel names between the preload and the main process. */
export const CHANNELS = {
  pickPdfs: 'glossa:pick-pdfs',
  pickSurvey: 'glossa:pick-survey',
  letIn: 'glossa:let-in',
  openExternal: 'glossa:open-external',
  pickLibrary: 'glossa:pick-library',
  newWindow: 'glossa:new-window',
  print: 'glossa:print',
  dragPdf: 'glossa:drag-pdf',
  setCommands: 'glossa:set-commands',
  command: 'glossa:command',
  go: 'glossa:go',
  closing: 'glossa:closing',
  saved: 'glossa:saved',
} as const;

/** Commands that open another library by its ticket begin so; the rest is the ticket. */
export const OPEN_RECENT = 'library.openRecent:';
