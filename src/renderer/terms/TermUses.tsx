// Where a term is used, with the words around it; each opens its place.
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Term, TermUse } from '#shared/terms.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { goToPlace } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import styles from './Terms.module.css';
import { useUses } from './use-uses.ts';

/** The uses of a term in papers, notes, findings and surveys. */
export function TermUses({ term }: { term: Term }) {
  const text = useMessages(messages);
  const { uses, searched, total, isDone, more } = useUses(term.id, term.updatedAt);
  const kinds: Record<TermUse['kind'], string> = {
    paper: text.inPaper,
    passage: text.inPassage,
    finding: text.inFinding,
    survey: text.inSurvey,
  };
  return (
    <section className={styles.uses} aria-label={text.uses}>
      <h3 className={styles.heading}>
        {text.uses}
        <span className={styles.count} role="status">
          {text.usesOf(uses.length)}
          {!isDone && !more && total > 0 && ` · ${text.searching(searched, total)}`}
        </span>
      </h3>
      {isDone && uses.length === 0 && <p className={styles.quiet}>{text.noUses}</p>}
      <ul>
        {uses.map((use, index) => (
          <li key={index}>
            <AriaButton
              className={styles.use ?? ''}
              aria-label={text.openUse(use.match, `${kinds[use.kind]} ${use.title}`)}
              onPress={() => void goToPlace(use.place)}
            >
              <span className={styles.where}>
                {kinds[use.kind]}
                {use.title && ` · ${use.title}`}
                {use.pageLabel && ` · ${text.page(use.pageLabel)}`}
              </span>
              <span className={styles.context}>
                {use.before}
                <mark>{use.match}</mark>
                {use.after}
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
      {more && (
        <Button size="small" onPress={more}>
          {text.more}
        </Button>
      )}
    </section>
  );
}
