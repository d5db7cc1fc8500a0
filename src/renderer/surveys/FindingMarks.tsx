// After a finding in the text: its evidence, and what it says in the other language.
import { Link2, Link2Off } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { Finding } from '#shared/findings.ts';
import { useMessages } from '../ui/i18n.tsx';
import { goToPlace } from '../ui/navigation.tsx';
import { Tip } from '../ui/Tip.tsx';
import { messages } from './messages.ts';
import { OtherSide } from './OtherSide.tsx';
import styles from './living.module.css';

/** Evidence count and the other language of a finding. */
export function FindingMarks({ finding }: { finding: Finding }) {
  const m = useMessages(messages);
  const count = finding.evidence.length;
  const text = count > 0 ? m.evidence(count) : m.noEvidence;
  const [first] = finding.evidence;
  const open = () =>
    void goToPlace({
      findingId: finding.id,
      ...(first ? { annotationId: first.annotationId, sha256: first.sha256, page: first.page } : {}),
      ...((first?.paperId ?? finding.paperId) ? { paperId: first?.paperId ?? finding.paperId ?? '' } : {}),
    });
  return (
    <>
      <Tip text={`${m.openFinding}: ${text}`}>
        <Button
          className={count > 0 ? styles.evidence! : styles.noEvidence!}
          aria-label={`${m.openFinding}: ${text}`}
          onPress={open}
        >
          {count > 0 ? <Link2 aria-hidden /> : <Link2Off aria-hidden />}
          {count > 0 && count}
        </Button>
      </Tip>
      <OtherSide primary={finding.primary} secondary={finding.secondary} stale={finding.stale} />
    </>
  );
}
