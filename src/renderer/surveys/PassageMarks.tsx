// After commentary in the text: the way to the paper's notes, and what it says in the other language.
import { NotebookPen } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { Passage } from '#shared/notes.ts';
import { useMessages } from '../ui/i18n.tsx';
import { goToPlace } from '../ui/navigation.tsx';
import { Tip } from '../ui/Tip.tsx';
import { messages } from './messages.ts';
import { OtherSide } from './OtherSide.tsx';
import styles from './living.module.css';

/** The other language is shown under the passage's only paragraph; where it has several, the notes show it. */
export function PassageMarks({
  passage,
  isWhole,
}: {
  passage: Passage & { paperId: string | null };
  isWhole: boolean;
}) {
  const m = useMessages(messages);
  const { paperId } = passage;
  return (
    <>
      {paperId && (
        <Tip text={m.openNotes}>
          <Button
            className={styles.noEvidence!}
            aria-label={m.openNotes}
            onPress={() => void goToPlace({ paperId, passageId: passage.id })}
          >
            <NotebookPen aria-hidden />
            {passage.annotationIds.length > 0 && passage.annotationIds.length}
          </Button>
        </Tip>
      )}
      {isWhole && <OtherSide primary={passage.primary} secondary={passage.secondary} stale={passage.stale} />}
    </>
  );
}
