// The tags of a thing, to change: chips that come off, and a field that finds or makes tags.
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { TaggedKind } from '#shared/tags.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { classes } from '../ui/classes.ts';
import { useMessages } from '../ui/i18n.tsx';
import { type TagChoice, tagChoices } from './choices.ts';
import { messages } from './messages.ts';
import { TagChip } from './TagChip.tsx';
import styles from './tags.module.css';
import { useTags } from './use-tags.ts';

type Props = {
  kind: TaggedKind;
  targetId: string;
  /** The field is focused when it appears (opened to tag). */
  isFocused?: boolean;
};

/** Enter takes the marked entry, Backspace in the empty field takes the last tag off, Escape closes the list. */
export function TagEditor({ kind, targetId, isFocused = false }: Props) {
  const text = useMessages(messages);
  const { own, all } = useTags(kind, targetId);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [wanted, setAt] = useState(0);
  const choices = isOpen ? tagChoices(all, own, typed) : [];
  const at = Math.min(wanted, choices.length - 1);

  const take = (choice: TagChoice | undefined) => {
    if (!choice) return;
    const name = choice.kind === 'tag' ? choice.tag.name : choice.name;
    setTyped('');
    setAt(0);
    // What went wrong has been said in a toast; the typed name comes back for another try.
    write('tags', 'add', { name, kind, targetIds: [targetId] }).catch(() => setTyped(name));
  };
  const takeOff = (tagId: string, name: string) => {
    field.current?.focus();
    const target = { kind, targetIds: [targetId] };
    write('tags', 'remove', { id: tagId, ...target }).then(
      () => offerUndo(text.takenOff(name), 'tag.remove', () => write('tags', 'add', { name, ...target })),
      () => undefined,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const last = own.at(-1);
    if (event.key === 'ArrowDown' && !isOpen) setOpen(true);
    else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, choices.length));
    else if (event.key === 'ArrowUp' && isOpen) setAt((at + choices.length - 1) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && (isOpen || typed)) take(tagChoices(all, own, typed)[Math.max(0, at)]);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Backspace' && !typed && last) takeOff(last.id, last.name);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.editor}>
      {own.map((tag) => (
        <TagChip key={tag.id} tag={tag} onRemove={() => takeOff(tag.id, tag.name)} />
      ))}
      <div className={styles.adding}>
        <input
          ref={field}
          className={styles.field}
          type="text"
          role="combobox"
          aria-label={text.addTag}
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(choices.length > 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
          placeholder={text.addTag}
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where it was opened to tag
          autoFocus={isFocused}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the list of a combobox */}
        <div id={`${id}-list`} className={styles.list} role="listbox" aria-label={text.tags} hidden={!choices.length}>
          {choices.map((choice, index) => (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of a combobox
            <div
              key={choice.kind === 'tag' ? choice.tag.id : 'new'}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classes(styles.option)}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setAt(index)}
              onPointerUp={(event) => event.button === 0 && take(choice)}
            >
              {choice.kind === 'tag' ? (
                <TagChip tag={choice.tag} />
              ) : (
                <>
                  <Plus aria-hidden className={styles.plus} />
                  {text.newTag(choice.name)}
                </>
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
