// Removing a mark, with the way back in the same toast.
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { getActive, setActive } from '../ui/active.tsx';
import { messages } from './messages.ts';

/** Moves the annotation to the trash and offers to take that back. Rejects with an AppError, said in a toast already. */
export async function removeAnnotation(id: string): Promise<void> {
  await write('annotations', 'remove', { id });
  if (getActive().annotationId === id) setActive({ annotationId: null });
  const text = messagesIn(messages, uiLanguage());
  offerUndo(text.removed, 'annotation.remove', () => write('annotations', 'restore', { id }));
}
