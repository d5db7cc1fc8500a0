// Texts whose two sides render a term inconsistently; each opens its place.
import { Button as AriaButton } from 'react-aria-components/Button';
import type { TermIssue } from '#shared/terms.ts';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { goToPlace } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import styles from './Terms.module.css';

/** The list; says so where everything is consistent. */
export function TermIssues({ issues }: { issues: readonly TermIssue[] }) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  if (issues.length === 0) return <p className={styles.quiet}>{text.consistent}</p>;
  return (
    <ul>
      {issues.slice(0, 500).map((issue, index) => (
        <li key={index}>
          <AriaButton className={styles.use ?? ''} onPress={() => void goToPlace(issue.place)}>
            <span className={styles.where}>
              {issue.kind === 'finding' ? text.inFinding : text.inPassage}
              {issue.title && ` · ${issue.title}`}
            </span>
            <span className={styles.why} data-problem={issue.problem}>
              {issue.problem === 'missing'
                ? text.missing(issue.form, issue.preferred)
                : text.replaced(issue.form, issue.preferred)}
            </span>
            <span className={styles.pair}>
              <span lang={languages.primary.tag} className={styles.clamp}>
                {issue.primary}
              </span>
              <span lang={languages.secondary.tag} className={styles.clamp}>
                {issue.secondary}
              </span>
            </span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}
