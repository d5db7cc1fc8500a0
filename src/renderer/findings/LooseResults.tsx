// Highlights marked as a result that are evidence for nothing: each becomes a finding, or is linked to one.
import { Link, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useRead } from '../data/read.ts';
import { offerUndo } from '../history/index.ts';
import { Button } from '../ui/Button.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { useGo } from '../ui/navigation.tsx';
import { FindingPicker } from './FindingPicker.tsx';
import { createFromMark } from './from-mark.ts';
import styles from './LooseResults.module.css';
import { messages } from './messages.ts';
import { useFindingActions } from './use-finding-actions.ts';

/** The highlights of these ids. */
export function LooseResults({ ids }: { ids: readonly string[] }) {
  const text = useMessages(messages);
  const [linking, setLinking] = useState<{ paperId: string; annotationId: string } | null>(null);
  return (
    <>
      <p className={styles.hint}>{text.looseHint}</p>
      <ul>
        {ids.slice(0, 200).map((id) => (
          <Row key={id} id={id} onLink={(paperId) => setLinking({ paperId, annotationId: id })} />
        ))}
      </ul>
      {linking && (
        <FindingPicker
          paperId={linking.paperId}
          mark={{ annotationId: linking.annotationId }}
          onDone={() => setLinking(null)}
        />
      )}
    </>
  );
}

function Row({ id, onLink }: { id: string; onLink: (paperId: string) => void }) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const actions = useFindingActions();
  const go = useGo();
  const mark = useRead('annotations', 'get', { id }).data;
  const paperId = mark?.paperId ?? null;
  const paper = useRead('papers', 'get', { id: paperId ?? '' }, { enabled: paperId !== null }).data;
  if (!mark || paperId === null) return null;
  const make = async () => {
    const tags = { primary: languages.primary.tag, secondary: languages.secondary.tag };
    const { finding } = await createFromMark(actions, { paperId, annotationId: id }, tags);
    offerUndo(text.created, 'finding.create', () => actions.remove(finding.id));
  };
  return (
    <li className={styles.row}>
      <AriaButton
        className={styles.quote ?? ''}
        style={{ borderLeftColor: `var(--mark-${mark.color})` }}
        aria-label={text.openEvidence(mark.anchor.quote.slice(0, 200))}
        onPress={() => go({ view: 'reader', paperId, sha256: mark.sha256, annotationId: id })}
      >
        {mark.anchor.quote.slice(0, 400)}{' '}
        <span className={styles.place}>{text.place(mark.anchor.pageLabel, paper?.title)}</span>
      </AriaButton>
      <span className={styles.acts}>
        <Button
          size="small"
          variant="quiet"
          icon={<Plus aria-hidden />}
          onPress={() => void make().catch(() => undefined)}
        >
          {text.makeFinding}
        </Button>
        <Button size="small" variant="quiet" icon={<Link aria-hidden />} onPress={() => onLink(paperId)}>
          {text.linkToFinding}
        </Button>
      </span>
    </li>
  );
}
