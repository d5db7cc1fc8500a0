// Changing what is open: asked of the host beside the contract, since it also answers while no library is open.
import type { LibrariesState } from '#shared/libraries.ts';
import { toAppError, responseError } from '../data/problems.ts';
import { flushEdits } from '../data/unsaved.ts';
import { problemText } from '../data/problem-messages.ts';
import { host } from '../host/index.ts';
import { toast } from '../ui/toast-queue.ts';

/** What is open, what was lately, what is wrong. Rejects with an AppError. */
export async function readLibraries(): Promise<LibrariesState> {
  return ask('', undefined);
}

async function ask(verb: string, body: object | undefined): Promise<LibrariesState> {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`/libraries${verb}`, init).catch((thrown: unknown) => {
    throw toAppError(thrown);
  });
  if (!response.ok) throw await responseError(response);
  return (await response.json()) as LibrariesState;
}

/** Begins anew, at the start of whatever is open now. */
function beginAnew(): void {
  window.history.replaceState(null, '', '#/library');
  window.location.reload();
}

/** Saves what is being typed, does it, and begins anew. False, after a word, when it fails. */
async function change(act: () => Promise<boolean>): Promise<boolean> {
  try {
    await flushEdits();
    if (!(await act())) return false;
    beginAnew();
    return true;
  } catch (thrown) {
    toast({ text: problemText(thrown), tone: 'problem' });
    return false;
  }
}

/** Opens the library behind a ticket of {@link LibrariesState}. */
export const openRecent = (ticket: string): Promise<boolean> =>
  change(async () => Boolean(await ask('/open', { ticket })));

/** Puts a backup in the place of the library. */
export const restoreBackup = (name: string): Promise<boolean> =>
  change(async () => Boolean(await ask('/restore', { name })));

/** Opens what can be read of the library, without changing it. */
export const openReadOnly = (): Promise<boolean> => change(async () => Boolean(await ask('/read-only', {})));

/** Lets the user choose a folder (desktop only). */
export const pickLibrary = (how: 'open' | 'new'): Promise<boolean> => change(() => host.pickLibrary(how));
