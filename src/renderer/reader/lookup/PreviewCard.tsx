// Beside words that refer to something: the entry, the figure, the place a link leads to.
import { useSyncExternalStore } from 'react';
import type { Reference } from '#shared/text/citations.ts';
import { Beside } from '../bars/Beside.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Session, useEngineState } from '../session.ts';
import { lookupMessages } from './messages.ts';
import { Picture } from './Picture.tsx';
import { ReferenceEntry } from './ReferenceEntry.tsx';
import styles from './Preview.module.css';
import type { Target } from './lookup.ts';

/** Entries shown of one citation. */
const MOST = 6;

/** Nothing while nothing is pointed at. Escape closes it and gives the focus back. */
export function PreviewCard({ session }: { session: Session }) {
  const m = useMessages(lookupMessages);
  const { lookup, engine } = session;
  const { target, isByKey } = useSyncExternalStore(lookup.subscribe, lookup.get);
  const { labels } = useEngineState(engine);
  if (!target) return null;
  const close = () => {
    lookup.show(null);
    engine.container.focus({ preventScroll: true });
  };
  const page = target.kind === 'figure' ? target.figure.page : target.kind === 'link' ? target.to.page : 0;
  const references = referencesOf(target, session);
  return (
    <Beside
      key={target.key}
      engine={engine}
      words={[target]}
      onKeyDown={(press) => {
        if (press.key !== 'Escape') return;
        press.stopPropagation();
        close();
      }}
    >
      <section
        className={styles.card}
        aria-label={m.preview}
        data-preview={target.kind}
        ref={(card) => {
          if (isByKey) card?.querySelector<HTMLElement>('button')?.focus();
        }}
      >
        {references.length > 0 ? (
          <div className={styles.entries}>
            {references.slice(0, MOST).map((reference) => (
              <ReferenceEntry key={reference.text} reference={reference} session={session} />
            ))}
          </div>
        ) : (
          <>
            <Picture session={session} target={target} />
            <footer className={styles.foot}>
              <span className={styles.where}>{m.page(labels?.[page - 1] ?? String(page))}</span>
              <Button size="small" onPress={() => void lookup.goTo(target)}>
                {m.go}
              </Button>
            </footer>
          </>
        )}
      </section>
    </Beside>
  );
}

/** The entries to show: of a citation, or of a link that leads to one. */
function referencesOf(target: Target, { lookup }: Session): readonly Reference[] {
  if (target.kind === 'citation') return target.references;
  if (target.kind === 'figure') return [];
  const one = lookup.referenceNear(target.to.page, target.to.y);
  return one ? [one] : [];
}
