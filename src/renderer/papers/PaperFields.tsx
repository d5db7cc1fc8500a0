// The fields of a paper, each saved by itself.
import { ExternalLink } from 'lucide-react';
import type { Paper, PaperFields as Fields } from '#shared/papers.ts';
import { write } from '../data/write.ts';
import { openExternal } from '../host/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Select } from '../ui/Select.tsx';
import { authorsText, parseAuthors } from './authors.ts';
import { Field } from './Field.tsx';
import { MoreFields } from './MoreFields.tsx';
import { messages, TYPES } from './messages.ts';
import { titleLang } from './PaperTitle.tsx';
import styles from './PaperDetails.module.css';

type TextKey = 'title' | 'titleSecondary' | 'container' | 'volume' | 'issue' | 'pages' | 'publisher' | 'citekey';
type LinkKey = 'doi' | 'arxivId' | 'url';

const ADDRESS: Record<LinkKey, (value: string) => string> = {
  doi: (value) => `https://doi.org/${value}`,
  arxivId: (value) => `https://arxiv.org/abs/${value}`,
  url: (value) => value,
};

/** All fields; an emptied identifier is taken away. */
export function PaperFields({ paper }: { paper: Paper }) {
  const m = useMessages(messages);
  const save = (fields: Partial<Fields>) => write('papers', 'update', { id: paper.id, fields }, { quiet: true });
  const text = (key: TextKey, isMultiline = false) => (
    <Field
      label={m.field(key)}
      value={paper[key]}
      placeholder={m.notSet}
      isMultiline={isMultiline}
      lang={titleLang(paper[key])}
      onSave={(value) => save({ [key]: value.replace(/\s+/g, ' ').trim() })}
    />
  );
  const link = (key: LinkKey) => {
    const value = paper[key];
    const address = value ? ADDRESS[key](value) : '';
    return (
      <Field
        label={m.field(key)}
        value={value ?? ''}
        placeholder={m.notSet}
        onSave={(next) => save({ [key]: next.trim() || null })}
        end={
          address && (
            <IconButton
              size="small"
              label={m.openLink(address)}
              icon={<ExternalLink aria-hidden />}
              onPress={() => openExternal(address)}
            />
          )
        }
      />
    );
  };
  const types = TYPES.includes(paper.type) || !paper.type ? TYPES : [paper.type, ...TYPES];
  return (
    <div className={styles.fields}>
      {text('title', true)}
      {text('titleSecondary', true)}
      <Field
        label={m.field('authors')}
        value={authorsText(paper.authors)}
        placeholder={m.notSet}
        hint={m.authorsHint}
        isMultiline
        onSave={(value) => save({ authors: parseAuthors(value) })}
      />
      <Field
        label={m.field('year')}
        value={paper.year === null ? '' : String(paper.year)}
        placeholder={m.notSet}
        check={(value) => (/^\s*(-?\d{1,4})?\s*$/.test(value) ? null : m.yearWrong)}
        onSave={(value) => save({ year: value.trim() ? Number(value) : null })}
      />
      {text('container', true)}
      {text('volume')}
      {text('issue')}
      {text('pages')}
      {text('publisher')}
      <div className={styles.selectRow}>
        <span className={styles.selectLabel}>{m.field('type')}</span>
        <Select
          label={m.field('type')}
          hideLabel
          variant="quiet"
          className={styles.select ?? ''}
          items={types.map((id) => ({ id, label: m.type(id) }))}
          value={paper.type}
          onChange={(type) => void write('papers', 'update', { id: paper.id, fields: { type } }).catch(() => undefined)}
        />
      </div>
      {link('doi')}
      {link('arxivId')}
      {link('url')}
      {text('citekey')}
      <MoreFields paper={paper} />
    </div>
  );
}
