// Says what became of a paper's marks when another version of its file came in.
import type { ReanchorReport } from '#shared/annotations.ts';
import type { Job } from '#shared/jobs.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { go } from '../ui/navigation.tsx';
import { toast } from '../ui/toast-queue.ts';
import { reviewMessages } from './review-messages.ts';

const told = new Set<string>();

/** To be called with every job that is heard of; speaks once for each re-anchoring that moved or asks something. */
export function tellReanchored(job: Job): void {
  if (job.call !== 'annotations.reanchor' || job.state !== 'done' || told.has(job.id)) return;
  told.add(job.id);
  const report = job.result as ReanchorReport;
  const text = messagesIn(reviewMessages, uiLanguage());
  if (report.isOther) toast({ text: text.other });
  else if (report.newly > 0 || report.review.length > 0) {
    toast({
      text: text.placed(report.placed, report.total, report.review.length),
      action: {
        label: text.review,
        run: () => go({ view: 'reader', paperId: report.paperId, sha256: report.to }),
      },
    });
  }
}
