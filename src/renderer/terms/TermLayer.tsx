// Terms underlined in a page, each with a tip that says its other language. For the reader to render over a page.
import { type CSSProperties, useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { findForms, formsOf } from '#shared/term-forms.ts';
import type { Term } from '#shared/terms.ts';
import type { PageText, Rect } from '#shared/text/model.ts';
import { rectsOf } from '#shared/text/rects.ts';
import { useRead } from '../data/read.ts';
import { useSetting } from '../data/setting.ts';
import { useMessages } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { Tip } from '../ui/Tip.tsx';
import { messages } from './messages.ts';
import styles from './TermLayer.module.css';

const isOn = (value: unknown): value is boolean => typeof value === 'boolean';

/** Whether terms are underlined in pages, and the way to change it. */
export const useTermUnderline = (): [boolean, (isShown: boolean) => void] => useSetting('layout.terms', false, isOn);

type Props = {
  text: PageText;
  /** A rectangle of PDF user space as it stands in the layer: left, top, width, height in shares of it (0 to 1). */
  place: (rect: Rect) => { left: number; top: number; width: number; height: number };
};

/** Nothing while underlining is off. */
export function TermLayer({ text, place }: Props) {
  const [isShown] = useTermUnderline();
  const terms = useRead('terms', 'list', {}, { enabled: isShown }).data;
  const hits = useMemo(() => {
    if (!isShown || !terms || terms.length === 0) return [];
    const byId = new Map(terms.map((term) => [term.id, term]));
    return findForms(text.text, terms.flatMap(formsOf)).flatMap(({ form, start, end }) => {
      const term = byId.get(form.termId);
      return term ? [{ key: start, term, rects: rectsOf(text, { start, end }) }] : [];
    });
  }, [isShown, terms, text]);
  if (hits.length === 0) return null;
  return (
    <div className={styles.layer}>
      {hits.map(({ key, term, rects }) =>
        rects.map((rect, index) => (
          <Underline key={`${key}.${index}`} term={term} box={place(rect)} isFirst={index === 0} />
        )),
      )}
    </div>
  );
}

type UnderlineProps = { term: Term; box: ReturnType<Props['place']>; isFirst: boolean };

function Underline({ term, box, isFirst }: UnderlineProps) {
  const m = useMessages(messages);
  const forms = [term.primary, term.secondary].filter(Boolean).join(' · ');
  const share = (value: number) => `${(value * 100).toFixed(3)}%`;
  const style: CSSProperties = {
    left: share(box.left),
    top: share(box.top),
    width: share(box.width),
    height: share(box.height),
  };
  return (
    <Tip text={[forms, term.note].filter(Boolean).join('\n')}>
      <AriaButton
        className={styles.term ?? ''}
        style={style}
        excludeFromTabOrder={!isFirst}
        aria-label={m.tipOf(forms)}
        onPress={() => go({ view: 'terms', termId: term.id })}
      />
    </Tip>
  );
}
