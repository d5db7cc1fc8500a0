// Everything of ours on one page: marks, selection, flash, the words for screen readers, and a card where painting failed.
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { RotateCcw } from 'lucide-react';
import { usePageText } from '../../data/page-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { HitsLayer } from '../find/HitsLayer.tsx';
import { messages } from '../messages.ts';
import { TermLayer } from '../../terms/index.ts';
import type { ShownPage } from '../pdf/index.ts';
import { CaretLayer } from '../selection/index.ts';
import type { Session } from '../session.ts';
import { FlashLayer } from './FlashLayer.tsx';
import { HiddenWords } from './HiddenWords.tsx';
import type { Mark } from './mark-index.ts';
import { MarksLayer } from './MarksLayer.tsx';
import { PreviewLayer } from './PreviewLayer.tsx';
import { shareOf } from './shapes.ts';
import { SelectionLayer } from './SelectionLayer.tsx';
import styles from './Overlay.module.css';

type Props = {
  session: Session;
  shown: ShownPage;
  /** The printed page label, where it is not just the number. */
  label: string | null;
  marks: readonly Mark[];
  active: ReadonlySet<string>;
};

/** Draws into the page's layer. */
export function PageOverlay({ session, shown, label, marks, active }: Props) {
  const m = useMessages(messages);
  const { engine, texts, selection, flash, find, caret, sha256 } = session;
  const { number, frame, layer, failed } = shown;
  const text = usePageText(sha256, number);
  useEffect(() => {
    // Selection works from the same texts, which it must have at hand when the pointer goes down.
    void texts.load(number);
  }, [texts, number, text]);

  return createPortal(
    <>
      <MarksLayer frame={frame} marks={marks} active={active} text={text} />
      {text && <HitsLayer page={number} frame={frame} text={text} find={find} />}
      {text && <SelectionLayer page={number} frame={frame} text={text} selection={selection} />}
      {text && <CaretLayer page={number} frame={frame} text={text} mode={caret} />}
      {text && <TermLayer text={text} place={(rect) => shareOf(frame, rect)} />}
      <PreviewLayer sha256={sha256} page={number} frame={frame} />
      <FlashLayer page={number} frame={frame} flash={flash} />
      {text && <HiddenWords text={text} label={m.page(label ?? String(number))} />}
      {failed && (
        <div className={styles.failed} data-over-tint="">
          <EmptyState
            title={m.pageFailed(label ?? String(number))}
            actions={
              <Button icon={<RotateCcw aria-hidden />} onPress={() => engine.repaint(number)}>
                {m.retry}
              </Button>
            }
          >
            {failed === 'slow' ? m.pageSlowText : m.pageFailedText}
          </EmptyState>
        </div>
      )}
    </>,
    layer,
  );
}
