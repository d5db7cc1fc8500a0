// Says in a toast that passages were found for findings of a survey, once a look through new PDFs has ended.
import { useEffect } from 'react';
import type { findings } from '#shared/findings.ts';
import type { OutputOf } from '#shared/contract.ts';
import { onJob } from '../data/events.ts';
import { read } from '../data/read.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { go } from '../ui/navigation.tsx';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';

/** Mounted once, by the shell. */
export function useOfferNotice(): void {
  useEffect(
    () =>
      onJob((job) => {
        if (job.call !== 'findings.look' || job.state !== 'done') return;
        const { offers } = job.result as OutputOf<typeof findings.look>;
        if (offers > 0) void tell(offers).catch(() => undefined);
      }),
    [],
  );
}

async function tell(count: number): Promise<void> {
  const [first] = await read('findings', 'offers', {});
  if (!first) return;
  const text = messagesIn(messages, uiLanguage());
  const { paperId, findingId } = first;
  toast({
    text: text.offeredFor(count),
    action: { label: text.review, run: () => go({ view: 'reader', paperId, findingId }) },
  });
}
