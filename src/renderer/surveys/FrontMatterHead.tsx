// The head of a survey: its title, and quietly what its front matter says.
import type { Survey } from '#shared/surveys.ts';
import { useMessages } from '../ui/i18n.tsx';
import type { FrontMatter } from './front-matter.ts';
import { messages } from './messages.ts';
import styles from './SurveyView.module.css';

/** Keys shown beside the title; the rest waits behind a disclosure. */
const DATES = ['date', 'updated'];
const TAGS = ['tags', 'categories', 'catagories', 'keywords'];

/** The head; tags that several keys repeat are shown once. */
export function FrontMatterHead({ survey, front }: { survey: Survey; front: FrontMatter | null }) {
  const m = useMessages(messages);
  const values = (keys: readonly string[]) =>
    front?.entries.filter(({ key }) => keys.includes(key.toLowerCase())).flatMap((entry) => entry.values) ?? [];
  const shown = [...new Set([...values(DATES), ...values(TAGS)])];
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{survey.title || m.untitled}</h1>
      <p className={styles.meta}>
        {shown.map((value) => (
          <span key={value}>{value}</span>
        ))}
      </p>
      {front?.raw.trim() && (
        <details className={styles.front}>
          <summary>{m.frontMatter}</summary>
          <pre>{front.raw}</pre>
        </details>
      )}
    </header>
  );
}
