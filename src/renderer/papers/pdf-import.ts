// Bringing PDFs in: pick or drop, upload, the job, and the report of what became of each file.
import { useSyncExternalStore } from 'react';
import type { ImportedFile } from '#shared/files.ts';
import { runJob } from '../data/job.ts';
import { problemText } from '../data/problem-messages.ts';
import { problemCode } from '../data/problems.ts';
import { read } from '../data/read.ts';
import type { PickedFile } from '../host/index.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { go } from '../ui/navigation.tsx';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';
import { needsReport, summary } from './pdf-import-summary.ts';

let report: ImportedFile[] | null = null;
const listeners = new Set<() => void>();

/** Opens the report dialog; null closes it. */
export function showReport(files: ImportedFile[] | null): void {
  report = files;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the report dialog shows; null while closed. */
export const useReport = (): ImportedFile[] | null => useSyncExternalStore(subscribe, () => report);

/** Brings in what `pick` gives, for one paper or for whichever each file fits. Never rejects: it says what went wrong itself. */
export async function importPdfs(pick: () => Promise<PickedFile[]>, paperId?: string): Promise<ImportedFile[]> {
  try {
    const picked = await pick();
    if (picked.length === 0) return [];
    const files = await runJob('files', 'import', {
      sources: picked.map(({ source }) => source),
      ...(paperId ? { paperId } : {}),
    });
    await tell(files);
    return files;
  } catch (thrown) {
    if (problemCode(thrown) !== 'cancelled') toast({ text: problemText(thrown), tone: 'problem' });
    return [];
  }
}

async function tell(files: ImportedFile[]): Promise<void> {
  const m = messagesIn(messages, uiLanguage());
  const { added, matched, already, failed } = summary(files);
  if (files.length === 0) {
    toast({ text: m.nothingFound });
    return;
  }
  const [only] = files;
  if (files.length === 1 && only?.status === 'added' && only.paperId) {
    const { paperId } = only;
    const paper = await read('papers', 'get', { id: paperId });
    toast({
      text: m.importOne(paper.title || m.untitled),
      action: { label: m.read, run: () => go({ view: 'reader', paperId }) },
    });
    return;
  }
  if (needsReport(files)) showReport(files);
  else
    toast({
      text: m.importSum(added, matched, already, failed),
      action: { label: m.show, run: () => showReport(files) },
    });
}
