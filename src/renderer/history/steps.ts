// Undo and redo: the step back or forth, the toast that names it, and going to where it happened.
import type { Step } from '#shared/history.ts';
import { client } from '../data/client.ts';
import { flushEdits } from '../data/unsaved.ts';
import { write } from '../data/write.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { currentRoute, go, replaceRoute, routeTo } from '../ui/navigation.tsx';
import { isSamePlace } from '../ui/route.ts';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';

const SUBJECT = 48;

/** A step in words, in the interface's language; long subjects are cut. */
export function stepWords({ label, subject }: Pick<Step, 'label' | 'subject'>): string {
  const text = subject.replace(/\s+/g, ' ').trim();
  return messagesIn(messages, uiLanguage()).step(
    label,
    text.length > SUBJECT ? `${text.slice(0, SUBJECT - 1)}…` : text,
  );
}

let isBusy = false;
/** Takes the former toast of this room away: it offers what is no longer the latest step. */
let closeLast: () => void = () => undefined;

/** Takes the latest step back, or does the last one taken back again; says which, and shows where. */
export async function moveThroughHistory(direction: 'undo' | 'redo'): Promise<void> {
  // One at a time: a held key must not outrun the core.
  if (isBusy) return;
  isBusy = true;
  try {
    const m = messagesIn(messages, uiLanguage());
    // What was just typed is a step too, and the first to be taken back.
    await flushEdits();
    const { step } = await write('history', direction, {});
    if (!step) {
      toast({ text: direction === 'undo' ? m.nothingToUndo : m.nothingToRedo });
      return;
    }
    const words = stepWords(step);
    const back = direction === 'undo' ? 'redo' : 'undo';
    closeLast();
    closeLast = toast({
      text: direction === 'undo' ? m.undone(words) : m.redone(words),
      action: { label: m[back], run: () => void moveThroughHistory(back) },
    });
    await show(step);
  } catch {
    // `write` has said what went wrong.
  } finally {
    isBusy = false;
  }
}

/** Goes to the step's place unless it is on screen already. Steps on a paper as a whole are shown in the library. */
async function show(step: Step): Promise<void> {
  const { paperId } = step.place;
  const here = currentRoute();
  if (paperId && /^(paper|file)\./.test(step.label)) {
    if (here.view === 'reader' && here.paperId === paperId) return;
    // Whether it is still there is asked first: what the step took away cannot be shown.
    const paper = await client.papers.get({ id: paperId }).catch(() => null);
    if (!paper || paper.deletedAt !== null) return;
    if (here.view === 'library' && !here.trash) replaceRoute({ ...here, paperId });
    else go({ view: 'library', paperId });
    return;
  }
  const route = await routeTo(step.place).catch(() => null);
  if (route && !isSamePlace(route, here)) go(route);
}

/**
 * After something was removed: a toast that offers it back. While the removal is still the latest step, Undo is the undo
 * of the history; later it is `restore`, which leaves what was done since in place.
 */
export function offerUndo(text: string, label: Step['label'], restore: () => Promise<unknown>): void {
  const removal = client.history.state({}).then((state) => state.undo?.seq);
  // Whether it could be read is asked again when it matters.
  removal.catch(() => undefined);
  closeLast();
  closeLast = toast({
    text,
    action: {
      label: messagesIn(messages, uiLanguage()).undo,
      run: () => {
        void takeBack(removal, label, restore).catch(() => undefined);
      },
    },
  });
}

async function takeBack(
  removal: Promise<number | undefined>,
  label: Step['label'],
  restore: () => Promise<unknown>,
): Promise<void> {
  const { undo } = await client.history.state({});
  if (undo && undo.label === label && undo.seq === (await removal)) await moveThroughHistory('undo');
  else await restore();
}
