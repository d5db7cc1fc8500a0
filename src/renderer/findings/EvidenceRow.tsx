// One piece of evidence: its stance, the words, where they stand, a comment.
import { MessageSquarePlus, Unlink } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Evidence } from '#shared/findings.ts';
import { useRead } from '../data/read.ts';
import { focusField, SideField } from '../notes/index.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import { StancePicker } from './StancePicker.tsx';
import styles from './EvidenceRow.module.css';
import type { FindingActions } from './use-finding-actions.ts';

type Props = {
  evidence: Evidence;
  /** The paper being read; evidence from another one names its paper. */
  herePaperId: string | null;
  /** Its highlight is the active one in the page. */
  isLit: boolean;
  actions: FindingActions;
  onOpen: () => void;
};

/** One piece of evidence. Its words open the page. */
export function EvidenceRow({ evidence, herePaperId, isLit, actions, onOpen }: Props) {
  const text = useMessages(messages);
  const lang = useUiLanguage();
  const [wantsComment, setWantsComment] = useState(false);
  const elsewhere = evidence.paperId !== herePaperId ? evidence.paperId : null;
  const paper = useRead('papers', 'get', { id: elsewhere ?? '' }, { enabled: elsewhere !== null }).data;
  const fieldKey = `evidence:${evidence.id}`;
  return (
    <li className={classes(styles.row, isLit && styles.lit)}>
      <StancePicker stance={evidence.stance} onChange={(stance) => void actions.setStance(evidence.id, stance)} />
      <div className={styles.body}>
        <AriaButton
          className={styles.quote ?? ''}
          style={{ borderLeftColor: `var(--mark-${evidence.color})` }}
          aria-label={text.openEvidence(evidence.quote.slice(0, 200))}
          onPress={onOpen}
        >
          <span className={styles.words}>{evidence.quote}</span>{' '}
          <span className={styles.place}>{text.place(evidence.pageLabel, paper?.title)}</span>
        </AriaButton>
        {(evidence.comment || wantsComment) && (
          <SideField
            key={fieldKey}
            fieldKey={fieldKey}
            label={text.comment}
            lang={lang}
            placeholder={text.comment}
            stored={evidence.comment}
            save={(words) => actions.comment(evidence.id, words)}
            maxLength={20_000}
          />
        )}
      </div>
      <div className={styles.tools}>
        {!evidence.comment && !wantsComment && (
          <IconButton
            size="small"
            label={text.addComment}
            icon={<MessageSquarePlus aria-hidden />}
            onPress={() => {
              setWantsComment(true);
              focusField(fieldKey);
            }}
          />
        )}
        <IconButton
          size="small"
          label={text.unlink}
          icon={<Unlink aria-hidden />}
          onPress={() => void actions.unlink(evidence)}
        />
      </div>
    </li>
  );
}
