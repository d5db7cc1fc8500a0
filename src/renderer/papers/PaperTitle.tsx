// A paper's title, with its second title where there is one, each in its own language.
import type { Paper } from '#shared/papers.ts';
import { useMessages } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './PaperTitle.module.css';

export type PaperTitleProps = {
  paper: Pick<Paper, 'title' | 'titleSecondary'>;
  /** Shows the second title too, after the first. */
  withSecondary?: boolean;
};

/** The language a title is set in, as far as its letters tell; for fonts and for speech. */
export const titleLang = (title: string): string | undefined =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title)
    ? 'ja'
    : /\p{Script=Han}/u.test(title)
      ? 'zh-Hans'
      : undefined;

/** A paper's title. */
export function PaperTitle({ paper, withSecondary }: PaperTitleProps) {
  const m = useMessages(messages);
  if (!paper.title) return <span className={styles.none}>{m.untitled}</span>;
  return (
    <>
      <span lang={titleLang(paper.title)}>{paper.title}</span>
      {withSecondary && paper.titleSecondary && (
        <span className={styles.second} lang={titleLang(paper.titleSecondary)}>
          {paper.titleSecondary}
        </span>
      )}
    </>
  );
}
