// What is known about a finding beside its words: how sure, its tags, and where surveys state it.
import { Tag, FileText } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Finding } from '#shared/findings.ts';
import { useRead } from '../data/read.ts';
import { TagChips, TagEditor, useTags } from '../tags/index.ts';
import { useMessages } from '../ui/i18n.tsx';
import { useGo, useRoute } from '../ui/navigation.tsx';
import { ConfidencePicker } from './ConfidencePicker.tsx';
import styles from './Meta.module.css';
import { messages } from './messages.ts';
import type { FindingActions } from './use-finding-actions.ts';

/** One quiet line of chips. */
export function FindingMeta({ finding, actions }: { finding: Finding; actions: FindingActions }) {
  const text = useMessages(messages);
  const [isTagging, setTagging] = useState(false);
  const { own } = useTags('finding', finding.id);
  const route = useRoute();
  const hereSurveyId = route.view === 'survey' ? route.surveyId : null;
  const places = finding.places.filter(({ surveyId }) => surveyId !== hereSurveyId);
  return (
    <div className={styles.meta}>
      <ConfidencePicker
        confidence={finding.confidence}
        onChange={(confidence) => void actions.setConfidence(finding.id, confidence)}
      />
      {isTagging ? (
        <TagEditor kind="finding" targetId={finding.id} isFocused />
      ) : (
        <>
          <TagChips kind="finding" targetId={finding.id} />
          <AriaButton className={styles.chip ?? ''} aria-label={text.editTags} onPress={() => setTagging(true)}>
            <Tag aria-hidden />
            {own.length === 0 && text.addTags}
          </AriaButton>
        </>
      )}
      {places.map((place) => (
        <SurveyChip key={place.surveyId} surveyId={place.surveyId} section={place.section} findingId={finding.id} />
      ))}
    </div>
  );
}

function SurveyChip({ surveyId, section, findingId }: { surveyId: string; section: string; findingId: string }) {
  const text = useMessages(messages);
  const go = useGo();
  const title = useRead('surveys', 'list', {}).data?.find(({ id }) => id === surveyId)?.title;
  if (!title) return null;
  return (
    <AriaButton
      className={styles.chip ?? ''}
      aria-label={text.inSurvey(title, section)}
      onPress={() => go({ view: 'survey', surveyId, findingId })}
    >
      <FileText aria-hidden />
      <span className={styles.ellipsis}>{section || title}</span>
    </AriaButton>
  );
}
