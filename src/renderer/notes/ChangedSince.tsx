// What changed on the other side since a stale side was last right.
import { useRead } from '../data/read.ts';
import { type LibraryLanguage, useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './ChangedSince.module.css';
import { messages } from './messages.ts';
import { WordDiff } from './WordDiff.tsx';

type Props = { passageId: string; languages: { primary: LibraryLanguage; secondary: LibraryLanguage } };

/** The difference, with the day since when. */
export function ChangedSince({ passageId, languages }: Props) {
  const text = useMessages(messages);
  const ui = useUiLanguage();
  const { data, error } = useRead('notes', 'changedSince', { id: passageId });
  if (error) return <p className={styles.changed}>{text.failed}</p>;
  if (data === undefined) return <Spinner label={text.loading} />;
  if (data === null) return null;
  const { name, tag } = languages[data.side];
  const since = new Intl.DateTimeFormat(ui, { dateStyle: 'medium' }).format(data.since);
  return (
    <section className={styles.changed} aria-label={text.changedSince(name, since)}>
      <p className={styles.title}>{text.changedSince(name, since)}</p>
      <WordDiff before={data.before} after={data.after} lang={tag} />
    </section>
  );
}
