// The abilities of a window in the desktop shell: native dialogs and menu, by the preload.
import type { NativeAbilities } from '#shared/native.ts';
import type { Host } from './host.ts';
import { uploadAll } from './upload-all.ts';

declare global {
  interface Window {
    /** Put there by the desktop shell's preload; absent in a browser. */
    readonly glossa?: NativeAbilities;
  }
}

/** The desktop's host. */
export function desktopHost(native: NativeAbilities): Host {
  return {
    kind: 'desktop',
    // Only the ticket comes over; the import's own answer names the files.
    pickPdfs: async () => (await native.pickPdfs()).map((source) => ({ name: '', source })),
    pickSurvey: () => native.pickSurvey(),
    letIn: uploadAll,
    openExternal: (url) => void native.openExternal(url),
    onCommand: (listener) => native.onCommand(listener),
  };
}
