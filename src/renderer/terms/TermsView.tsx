// The term base as a view: terms on the left, the picked one with its uses on the right; inconsistent renderings.
import { BookA, FileDown, Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Term } from '#shared/terms.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import type { PickedFile } from '../host/index.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { go, replaceRoute, type Route } from '../ui/navigation.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ToggleButton } from '../ui/ToggleButton.tsx';
import { ImportTerms } from './ImportTerms.tsx';
import { messages } from './messages.ts';
import { askForTerm } from './term-dialog.ts';
import { pickTermFile, saveTerms } from './term-files.ts';
import { TermIssues } from './TermIssues.tsx';
import styles from './Terms.module.css';
import { TermUses } from './TermUses.tsx';

const quiet = (promise: Promise<unknown>) => void promise.catch(() => undefined);
const fold = (words: string) => words.normalize('NFKC').toLowerCase();

/** The term base. */
export function TermsView({ route }: { route: Extract<Route, { view: 'terms' }> }) {
  const text = useMessages(messages);
  const { data, error } = useRead('terms', 'list', {});
  const issues = useRead('terms', 'issues', route.surveyId ? { surveyId: route.surveyId } : {}).data ?? [];
  const [query, setQuery] = useState('');
  const isInconsistent = route.inconsistent === true;
  const [file, setFile] = useState<PickedFile | null>(null);
  const shown = useMemo(
    () =>
      data?.filter(({ primary, secondary, aliases }) =>
        fold([primary, secondary, ...aliases.map((alias) => alias.text)].join('\n')).includes(fold(query.trim())),
      ) ?? [],
    [data, query],
  );
  if (error) return <EmptyState title={text.failed} />;
  if (!data) return <Spinner label={text.loading} />;
  const picked = data.find(({ id }) => id === route.termId);
  const pickFile = () => quiet(pickTermFile().then(setFile));
  const tools = (
    <>
      <Button variant="accent" icon={<Plus aria-hidden />} onPress={() => askForTerm({ start: {} })}>
        {text.newTerm}
      </Button>
      <Menu
        label={text.files}
        placement="bottom end"
        trigger={<IconButton label={text.files} icon={<FileDown aria-hidden />} />}
        groups={[
          {
            id: 'files',
            entries: [
              { id: 'import', label: text.importFile, run: pickFile },
              { id: 'csv', label: text.exportCsv, run: () => quiet(saveTerms('csv')), isDisabled: data.length === 0 },
              { id: 'tbx', label: text.exportTbx, run: () => quiet(saveTerms('tbx')), isDisabled: data.length === 0 },
            ],
          },
        ]}
      />
    </>
  );
  return (
    <section className={styles.view} aria-label={text.title}>
      {file && <ImportTerms file={file} onClose={() => setFile(null)} />}
      {data.length === 0 ? (
        <EmptyState icon={<BookA aria-hidden />} title={text.emptyTitle} actions={tools}>
          {text.emptyText}
        </EmptyState>
      ) : (
        <>
          <header className={styles.bar}>
            <SearchField label={text.filter} value={query} onChange={setQuery} />
            <span className={styles.count}>{text.count(shown.length)}</span>
            <ToggleButton
              size="small"
              showLabel
              label={`${text.inconsistent} ${issues.length}`}
              isSelected={isInconsistent}
              onChange={(isOn) => {
                const { inconsistent: _was, ...rest } = route;
                replaceRoute(isOn ? { ...rest, inconsistent: true } : rest);
              }}
            />
            <span className={styles.tools}>{tools}</span>
          </header>
          <div className={styles.split}>
            <ul className={styles.list} aria-label={text.list}>
              {shown.length === 0 && <li className={styles.quiet}>{text.noMatch}</li>}
              {shown.map((term) => (
                <TermLine key={term.id} term={term} isPicked={term.id === picked?.id} />
              ))}
            </ul>
            <div className={styles.side}>
              {isInconsistent ? <TermIssues issues={issues} /> : picked && <TermCard key={picked.id} term={picked} />}
            </div>
          </div>
        </>
      )}
    </section>
  );
}

function TermLine({ term, isPicked }: { term: Term; isPicked: boolean }) {
  const languages = useLibraryLanguages();
  return (
    <li>
      <AriaButton
        className={classes(styles.line, isPicked && styles.picked)}
        aria-pressed={isPicked}
        onPress={() => go({ view: 'terms', termId: term.id })}
      >
        <span lang={languages.primary.tag}>{term.primary || '—'}</span>
        <span lang={languages.secondary.tag}>{term.secondary || '—'}</span>
      </AriaButton>
    </li>
  );
}

function TermCard({ term }: { term: Term }) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const remove = async () => {
    await write('terms', 'remove', { id: term.id });
    replaceRoute({ view: 'terms' });
    offerUndo(text.removed, 'term.remove', () => write('terms', 'restore', { id: term.id }));
  };
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <h2>
          <span lang={languages.primary.tag}>{term.primary}</span>
          {term.primary && term.secondary && <span className={styles.slash}> · </span>}
          <span lang={languages.secondary.tag}>{term.secondary}</span>
        </h2>
        <span className={styles.tools}>
          <Button size="small" icon={<Pencil aria-hidden />} onPress={() => askForTerm({ term })}>
            {text.edit}
          </Button>
          <IconButton
            size="small"
            tone="danger"
            label={text.remove}
            icon={<Trash2 aria-hidden />}
            onPress={() => quiet(remove())}
          />
        </span>
      </header>
      {term.aliases.length > 0 && (
        <ul className={styles.forms} aria-label={text.aliases}>
          {term.aliases.map(({ side, text: form, status }) => (
            <li key={`${side} ${form}`} data-status={status} lang={languages[side].tag}>
              {form}
              <span className={styles.where}> {status === 'admitted' ? text.admitted : text.deprecated}</span>
            </li>
          ))}
        </ul>
      )}
      {term.note && <p className={styles.note}>{term.note}</p>}
      <TermUses term={term} />
    </article>
  );
}
