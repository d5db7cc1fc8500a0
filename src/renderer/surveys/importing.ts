// Surveys on their way in: files picked or dropped wait here until each has been looked at in the dialog.
import { useSyncExternalStore } from 'react';
import { problemText } from '../data/problem-messages.ts';
import { host, type PickedFile } from '../host/index.ts';
import { toast } from '../ui/toast-queue.ts';

let waiting: readonly PickedFile[] = [];
const listeners = new Set<() => void>();

const set = (next: readonly PickedFile[]) => {
  waiting = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The files waiting; the first is the one in the dialog. */
export const useWaiting = (): readonly PickedFile[] => useSyncExternalStore(subscribe, () => waiting);

/** Shows these files for import, one after the other. */
export const importSurveys = (files: readonly PickedFile[]): void => set([...waiting, ...files]);

/** The first file is done with. */
export const nextSurvey = (): void => set(waiting.slice(1));

/** Lets the user pick a survey. */
export async function pickSurvey(): Promise<void> {
  try {
    const file = await host.pickSurvey();
    if (file) importSurveys([file]);
  } catch (thrown) {
    toast({ text: problemText(thrown), tone: 'problem' });
  }
}
