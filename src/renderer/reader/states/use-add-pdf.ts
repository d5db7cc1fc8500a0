// Bringing a PDF in for the paper at hand: chosen, or dropped on the reader.
import { useState } from 'react';
import { host, type PickedFile } from '../../host/index.ts';
import { importPdfs } from '../../papers/index.ts';
import { useMessages } from '../../ui/i18n.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { messages } from '../messages.ts';

export type AddPdf = {
  /** Lets the user choose. */
  choose: () => void;
  /** Takes dropped files; what is no PDF is refused in words. */
  take: (files: readonly File[]) => void;
  isBusy: boolean;
};

/** `onAdded` gets the SHA-256 of the file now in the library; what went wrong is said by the import. */
export function useAddPdf(paperId: string, onAdded: (sha256: string) => void): AddPdf {
  const m = useMessages(messages);
  const [isBusy, setBusy] = useState(false);

  const bring = async (pick: () => Promise<PickedFile[]>) => {
    if (isBusy) return;
    setBusy(true);
    const files = await importPdfs(pick, paperId);
    setBusy(false);
    const first = files.find((file) => file.sha256 !== null && (file.status === 'added' || file.status === 'already'));
    if (first?.sha256) onAdded(first.sha256);
  };
  return {
    choose: () => void bring(() => host.pickPdfs()),
    take: (files) => {
      const pdfs = files.filter((file) => file.type === 'application/pdf' || /\.pdf$/i.test(file.name));
      if (pdfs.length > 0) void bring(() => host.letIn(pdfs));
      else if (files.length > 0) toast({ text: m.notAPdf });
    },
    isBusy,
  };
}
