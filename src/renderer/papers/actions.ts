// What can be done with a paper from anywhere: trash and back, more PDFs. Problems are said in a toast by the writer.
import type { Paper } from '#shared/papers.ts';
import { write } from '../data/write.ts';
import { importPdfs } from './pdf-import.ts';
import { host } from '../host/index.ts';
import { offerUndo } from '../history/index.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';

type Named = Pick<Paper, 'id' | 'title'>;

/** Moves a paper to the trash, with Undo at hand. */
export async function removePaper(paper: Named): Promise<void> {
  const m = messagesIn(messages, uiLanguage());
  try {
    await write('papers', 'remove', { id: paper.id });
  } catch {
    return;
  }
  offerUndo(m.removed(paper.title), 'paper.remove', () => write('papers', 'restore', { id: paper.id }));
}

/** Takes a paper back from the trash. */
export async function restorePaper(paper: Named): Promise<void> {
  const m = messagesIn(messages, uiLanguage());
  try {
    await write('papers', 'restore', { id: paper.id });
    toast({ text: m.restored(paper.title) });
  } catch {
    // Said already.
  }
}

/** Lets the user pick PDFs that belong to this paper. */
export async function addPdfsTo(paperId: string): Promise<void> {
  await importPdfs(() => host.pickPdfs(), paperId);
}
