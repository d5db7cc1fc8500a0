// What one press on a line of the coverage does: the shortest way to have the line gone.
import type { LintLine } from '#shared/surveys.ts';
import { write } from '../data/write.ts';
import { addPdfsTo } from '../papers/index.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { go, goToPlace } from '../ui/navigation.tsx';
import { toast } from '../ui/toast-queue.ts';
import { care } from './care-messages.ts';

/** The key of its label in the messages, and what it does. */
export type Cure = {
  label:
    | 'putIn'
    | 'addPdf'
    | 'openReader'
    | 'openFinding'
    | 'openEvidence'
    | 'openNotes'
    | 'write'
    | 'cite'
    | 'fix'
    | 'show';
  run: () => void;
};

type Ways = { onShow: (line: LintLine) => void; onEdit: (line: number) => void };

/** The cure of a line. */
export function cureOf(line: LintLine, surveyId: string, { onShow, onEdit }: Ways): Cure {
  const { rule, paperId, findingId, passageId, annotationId } = line;
  const open = () =>
    void goToPlace({
      ...(paperId ? { paperId } : {}),
      ...(findingId ? { findingId } : { surveyId }),
      ...(passageId ? { passageId } : {}),
      ...(annotationId ? { annotationId } : {}),
    });
  switch (rule) {
    case 'paper-without-pdf':
      return { label: 'addPdf', run: () => paperId && void addPdfsTo(paperId) };
    case 'paper-unread':
      return { label: 'openReader', run: () => paperId && go({ view: 'reader', paperId }) };
    case 'finding-not-in-text':
      return findingId !== undefined && line.params['place'] === 1
        ? { label: 'putIn', run: () => void putIn(surveyId, findingId) }
        : { label: 'openFinding', run: open };
    case 'finding-without-evidence':
      return { label: 'openFinding', run: open };
    case 'evidence-quote-changed':
    case 'evidence-file-missing':
      return { label: 'openEvidence', run: open };
    case 'side-missing':
    case 'side-stale':
      return { label: findingId ? 'write' : 'openNotes', run: open };
    case 'discussed-not-cited':
      return paperId === undefined
        ? { label: 'fix', run: () => onEdit(line.line) }
        : { label: 'cite', run: () => void cite(surveyId, paperId, String(line.params['title'] ?? '')) };
    case 'cited-not-discussed':
      return { label: 'show', run: () => onShow(line) };
    case 'reference-dead':
    case 'reference-duplicate':
    case 'number-without-reference':
    case 'reference-never-numbered':
      return { label: 'fix', run: () => onEdit(line.line) };
  }
}

async function putIn(surveyId: string, findingId: string): Promise<void> {
  try {
    await write('surveys', 'addFinding', { id: surveyId, findingId });
    toast({ text: messagesIn(care, uiLanguage()).isIn });
  } catch {
    // Said already.
  }
}

async function cite(surveyId: string, paperId: string, title: string): Promise<void> {
  try {
    await write('surveys', 'addReference', { id: surveyId, paperId });
    toast({ text: messagesIn(care, uiLanguage()).cited(title) });
  } catch {
    // Said already.
  }
}
