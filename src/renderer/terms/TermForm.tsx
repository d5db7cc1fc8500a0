// The fields of a term: its preferred forms, other forms with how they may be used, and a note.
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Alias, AliasStatus, Term } from '#shared/terms.ts';
import type { Side } from '#shared/values.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { messages } from './messages.ts';
import styles from './Terms.module.css';

export type TermFields = Pick<Term, 'primary' | 'secondary' | 'aliases' | 'note'>;

type Props = {
  start: TermFields;
  /** Resolves when it is stored; what it rejects with has been told. */
  onSave: (fields: TermFields) => Promise<unknown>;
  onCancel: () => void;
  /** The side to write first. */
  focus?: Side;
  problem?: string | null;
};

const SIDES: readonly Side[] = ['primary', 'secondary'];

/** Enter in a field saves, Escape leaves. */
export function TermForm({ start, onSave, onCancel, focus = 'primary', problem }: Props) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const [fields, setFields] = useState(start);
  const [isBusy, setBusy] = useState(false);
  const [isBare, setBare] = useState(false);
  const set = (change: Partial<TermFields>) => setFields({ ...fields, ...change });
  const setAlias = (index: number, change: Partial<Alias>) =>
    set({ aliases: fields.aliases.map((alias, at) => (at === index ? { ...alias, ...change } : alias)) });
  const save = () => {
    if (isBusy) return;
    if (!fields.primary.trim() && !fields.secondary.trim()) return setBare(true);
    setBusy(true);
    const aliases = fields.aliases.filter((alias) => alias.text.trim() !== '');
    onSave({ ...fields, aliases }).then(
      () => setBusy(false),
      () => setBusy(false),
    );
  };
  const missing = isBare ? { error: text.needsForm } : {};
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        {SIDES.map((side) => (
          <TextField
            key={side}
            label={text.preferred(languages[side].name)}
            lang={languages[side].tag}
            value={fields[side]}
            onChange={(value) => set({ [side]: value })}
            onEnter={save}
            autoFocus={side === focus}
            {...(side === 'primary' ? missing : {})}
          />
        ))}
      </div>
      <fieldset className={styles.aliases}>
        <legend>{text.aliases}</legend>
        {fields.aliases.map((alias, index) => (
          <div key={index} className={styles.alias}>
            <TextField
              label={text.alias(languages[alias.side].name)}
              hideLabel
              lang={languages[alias.side].tag}
              value={alias.text}
              onChange={(value) => setAlias(index, { text: value })}
              onEnter={save}
              autoFocus={alias.text === ''}
            />
            <Select<Side>
              label={text.language}
              hideLabel
              variant="quiet"
              value={alias.side}
              onChange={(side) => setAlias(index, { side })}
              items={SIDES.map((side) => ({ id: side, label: languages[side].name }))}
            />
            <Select<AliasStatus>
              label={text.status}
              hideLabel
              variant="quiet"
              value={alias.status}
              onChange={(status) => setAlias(index, { status })}
              items={[
                { id: 'admitted', label: text.admitted },
                { id: 'deprecated', label: text.deprecated },
              ]}
            />
            <IconButton
              size="small"
              label={text.removeAlias(alias.text)}
              icon={<X aria-hidden />}
              onPress={() => set({ aliases: fields.aliases.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <Button
          size="small"
          variant="quiet"
          icon={<Plus aria-hidden />}
          onPress={() => set({ aliases: [...fields.aliases, { side: 'secondary', text: '', status: 'admitted' }] })}
        >
          {text.addAlias}
        </Button>
      </fieldset>
      <TextField label={text.note} value={fields.note} onChange={(note) => set({ note })} onEnter={save} />
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="quiet" onPress={onCancel}>
          {text.cancel}
        </Button>
        <Button variant="accent" onPress={save} isDisabled={isBusy}>
          {text.save}
        </Button>
      </div>
    </div>
  );
}
