// What can be done with a survey from anywhere: trash and back.
import type { SurveySummary } from '#shared/surveys.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { currentRoute, go } from '../ui/navigation.tsx';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';

type Named = Pick<SurveySummary, 'id' | 'title'>;

/** Moves a survey to the trash, with Undo at hand; leaves its view. */
export async function removeSurvey(survey: Named): Promise<void> {
  const m = messagesIn(messages, uiLanguage());
  try {
    await write('surveys', 'remove', { id: survey.id });
  } catch {
    return;
  }
  const route = currentRoute();
  if ('surveyId' in route && route.surveyId === survey.id) go({ view: 'library' });
  offerUndo(m.removed(survey.title), 'survey.remove', () => write('surveys', 'restore', { id: survey.id }));
}

/** Takes a survey back from the trash. */
export async function restoreSurvey(survey: Named): Promise<void> {
  const m = messagesIn(messages, uiLanguage());
  try {
    await write('surveys', 'restore', { id: survey.id });
    toast({ text: m.restored(survey.title) });
  } catch {
    // Said already.
  }
}
