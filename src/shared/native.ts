// What a window can do beyond the contract when it runs in the desktop shell. A browser tab has none of it:
// `window.glossa` is then undefined.

/** The desktop shell's abilities, as the preload puts them on `window.glossa` (frozen). */
export type NativeAbilities = {
  readonly kind: 'desktop';
  /** Asks for PDFs, or folders of them, in the system's own dialog. Sources for `files.import`; empty when cancelled. */
  pickPdfs(): Promise<string[]>;
  /** Asks for one Markdown file. `source` is for `surveys.preview` and `surveys.import`; null when cancelled. */
  pickSurvey(): Promise<{ name: string; source: string } | null>;
  /** Opens an http, https or mailto address outside the app. Anything else is refused: false. */
  openExternal(url: string): Promise<boolean>;
  /** Hears the id of each command chosen in the native menu; returns the way to stop. */
  onCommand(listener: (id: string) => void): () => void;
};

/** Ids of the renderer's commands that the native menu offers. */
export const MENU_COMMANDS = {
  importSurvey: 'library.importSurvey',
  addPdfs: 'library.addPdfs',
  undo: 'history.undo',
  redo: 'history.redo',
  palette: 'app.palette',
} as const;

/** Channel names between the preload and the main process. */
export const CHANNELS = {
  pickPdfs: 'glossa:pick-pdfs',
  pickSurvey: 'glossa:pick-survey',
  openExternal: 'glossa:open-external',
  command: 'glossa:command',
} as const;
