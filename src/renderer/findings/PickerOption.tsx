// One entry of the picker's list: a finding in both languages, or a way to make a new one.
import { Plus } from 'lucide-react';
import type { Stance } from '#shared/annotations.ts';
import { memo } from 'react';
import { classes } from '../ui/classes.ts';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import type { Choice } from './choices.ts';
import styles from './FindingPicker.module.css';
import { Markdown } from '../ui/Markdown.tsx';
import { messages } from './messages.ts';
import { StanceIcon } from './StanceIcon.tsx';

type Props = {
  /** DOM id, for `aria-activedescendant`. */
  id: string;
  choice: Choice;
  isChosen: boolean;
  /** The stance the highlight has to this finding already. */
  linkedAs: Stance | null;
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
  onPoint: () => void;
  onChoose: () => void;
};

/** Rendered once for a text, however often the list is filtered. */
const Words = memo(function Words({ text, lang }: { text: string; lang: string }) {
  return text.trim() ? <Markdown className={styles.words ?? ''} text={text} lang={lang} /> : null;
});

/** An option; the keyboard is the combobox's, which keeps the focus. */
export function PickerOption({ id, choice, isChosen, linkedAs, languages, onPoint, onChoose }: Props) {
  const text = useMessages(messages);
  const isFinding = choice.kind === 'finding';
  return (
    <>
      {isFinding && choice.heading && (
        <div role="presentation" className={styles.heading}>
          {text.near(choice.heading)}
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of a combobox, with rich content */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isChosen}
        className={classes(styles.option, !isFinding && styles.new)}
        onPointerDown={(event) => event.preventDefault()}
        onPointerMove={onPoint}
        onPointerUp={(event) => event.button === 0 && onChoose()}
      >
        {isFinding ? (
          <>
            <span className={styles.sides}>
              <Words text={choice.finding.primary} lang={languages.primary.tag} />
              <Words text={choice.finding.secondary} lang={languages.secondary.tag} />
              {!choice.finding.primary && !choice.finding.secondary && <em>{text.untitled}</em>}
            </span>
            {linkedAs && (
              <span className={styles.linked}>
                <StanceIcon stance={linkedAs} />
                {text.already(text.stance(linkedAs))}
              </span>
            )}
          </>
        ) : (
          <>
            <Plus aria-hidden className={styles.plus} />
            {choice.kind === 'typed' ? text.newNamed(choice.words) : text.newFromMark}
          </>
        )}
      </div>
    </>
  );
}
