// The findings one highlight is evidence for, as short rows: for the highlight's bar and card.
import { Unlink } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useRead } from '../data/read.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useLibraryLanguages, useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import styles from './AnnotationFindings.module.css';
import { messages } from './messages.ts';
import { StancePicker } from './StancePicker.tsx';
import { type FindingActions, useFindingActions } from './use-finding-actions.ts';

type Props = {
  annotationId: string;
  /** Shows a finding; absent: goes to it in the reader or its survey. */
  onOpen?: (findingId: string) => void;
};

/** Nothing where the highlight is evidence for nothing. */
export function AnnotationFindings({ annotationId, onOpen }: Props) {
  const text = useMessages(messages);
  const actions = useFindingActions();
  const evidence = useRead('annotations', 'get', { id: annotationId }).data?.evidence ?? [];
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={text.of}>
      {evidence.map((one) => (
        <Row
          key={one.id}
          findingId={one.findingId}
          evidenceId={one.id}
          actions={actions}
          {...(onOpen ? { onOpen } : {})}
        />
      ))}
    </ul>
  );
}

type RowProps = {
  findingId: string;
  evidenceId: string;
  actions: FindingActions;
  onOpen?: (findingId: string) => void;
};

function Row({ findingId, evidenceId, actions, onOpen }: RowProps) {
  const text = useMessages(messages);
  const ui = useUiLanguage();
  const languages = useLibraryLanguages();
  const go = useGo();
  const finding = useRead('findings', 'get', { id: findingId }).data;
  const evidence = finding?.evidence.find((one) => one.id === evidenceId);
  if (!finding || !evidence) return null;
  // The side in the interface's language first, as far as the library has it.
  const side =
    languages.secondary.tag === ui && finding.secondary.trim()
      ? 'secondary'
      : finding.primary.trim()
        ? 'primary'
        : 'secondary';
  const open = () => {
    const paperId = finding.paperId ?? evidence.paperId;
    if (onOpen) onOpen(findingId);
    else if (paperId) go({ view: 'reader', paperId, findingId });
    else if (finding.surveyId) go({ view: 'survey', surveyId: finding.surveyId, findingId });
  };
  return (
    <li className={styles.row}>
      <StancePicker stance={evidence.stance} onChange={(stance) => void actions.setStance(evidenceId, stance)} />
      <AriaButton className={styles.text ?? ''} onPress={open}>
        <span lang={languages[side].tag}>{finding[side].trim() || text.untitled}</span>
      </AriaButton>
      <IconButton
        size="small"
        label={text.unlink}
        icon={<Unlink aria-hidden />}
        onPress={() => void actions.unlink(evidence)}
      />
    </li>
  );
}
