// The rest of a paper's record: abstract, date, language, other ids, and every CSL variable that is set or asked for.
import { useState } from 'react';
import { CSL_DATES, CSL_PEOPLE, CSL_TEXTS, type CslRole, type CslVariable } from '#shared/csl.ts';
import type { Paper, PaperFields } from '#shared/papers.ts';
import { write } from '../data/write.ts';
import { useMessages } from '../ui/i18n.tsx';
import { Select } from '../ui/Select.tsx';
import { authorsText, parseAuthors } from './authors.ts';
import { Field } from './Field.tsx';
import { identifierLines, readIdentifiers } from './identifier-lines.ts';
import { messages } from './messages.ts';
import { titleLang } from './PaperTitle.tsx';
import { standing } from './standing-messages.ts';

const isRole = (name: string): name is CslRole => CSL_PEOPLE.some((role) => role === name);

/** Below the common fields. An emptied field goes away. */
export function MoreFields({ paper }: { paper: Paper }) {
  const m = useMessages(messages);
  const s = useMessages(standing);
  const [asked, setAsked] = useState<string[]>([]);
  const save = (fields: Partial<PaperFields>) => write('papers', 'update', { id: paper.id, fields }, { quiet: true });
  const without = <T extends object>(all: T, name: string): T =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key !== name)) as T;
  const shown = [...new Set([...Object.keys(paper.people), ...Object.keys(paper.more), ...asked])];
  const names = [...CSL_PEOPLE, ...CSL_TEXTS, ...CSL_DATES].filter((name) => !shown.includes(name));
  const nameOf = (name: string) => (isRole(name) ? s.role(name) : s.variable(name));
  return (
    <>
      <Field
        label={m.field('issued')}
        value={paper.issued}
        placeholder={m.notSet}
        check={(value) => (/^\s*(\d{4}(-\d{2}(-\d{2})?)?)?\s*$/.test(value) ? null : s.dateWrong)}
        onSave={(value) => save({ issued: value.trim() })}
      />
      <Field
        label={m.field('language')}
        value={paper.language}
        placeholder={m.notSet}
        onSave={(value) => save({ language: value.trim() })}
      />
      <Field
        label={s.identifiers}
        value={identifierLines(paper.identifiers)}
        placeholder={m.notSet}
        hint={s.identifiersHint}
        isMultiline
        check={(value) => {
          const read = readIdentifiers(value);
          return 'wrong' in read ? s.identifierWrong(read.wrong) : null;
        }}
        onSave={(value) => {
          const read = readIdentifiers(value);
          return 'wrong' in read ? Promise.resolve() : save({ identifiers: read.identifiers });
        }}
      />
      <Field
        label={m.field('abstract')}
        value={paper.abstract}
        placeholder={m.notSet}
        isMultiline
        lang={titleLang(paper.abstract)}
        onSave={(value) => save({ abstract: value.trim() })}
      />
      {shown.map((name) =>
        isRole(name) ? (
          <Field
            key={name}
            label={nameOf(name)}
            value={authorsText(paper.people[name] ?? [])}
            placeholder={m.notSet}
            hint={m.authorsHint}
            isMultiline
            onSave={(value) => {
              const people = parseAuthors(value);
              return save({
                people: people.length ? { ...paper.people, [name]: people } : without(paper.people, name),
              });
            }}
          />
        ) : (
          <Field
            key={name}
            label={nameOf(name)}
            value={paper.more[name as CslVariable] ?? ''}
            placeholder={m.notSet}
            onSave={(value) =>
              save({ more: value.trim() ? { ...paper.more, [name]: value.trim() } : without(paper.more, name) })
            }
          />
        ),
      )}
      <Select
        label={s.moreField}
        hideLabel
        variant="quiet"
        items={[{ id: '', label: s.moreField }, ...names.map((id) => ({ id, label: nameOf(id) }))]}
        value=""
        onChange={(name) => name && setAsked([...asked, name])}
      />
    </>
  );
}
