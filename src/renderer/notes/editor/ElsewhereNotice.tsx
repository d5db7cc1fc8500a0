// What somebody else wrote (another window, an undo) while this side was being typed in, and the choice between the two.
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { messages } from './messages.ts';
import type { Choice } from './side-text.ts';
import styles from './SideField.module.css';

/** Shows the other version below the field until the user chooses. */
export function ElsewhereNotice({
  theirs,
  lang,
  onChoose,
}: {
  theirs: string;
  lang: string;
  onChoose: (choice: Choice) => void;
}) {
  const text = useMessages(messages);
  return (
    <section className={styles.elsewhere} aria-label={text.elsewhere}>
      <output className={styles.elsewhereTitle}>{text.elsewhere}</output>
      <div lang={lang}>{theirs.trim() ? <Markdown text={theirs} lang={lang} /> : text.elsewhereEmpty}</div>
      <div className={styles.choices}>
        <Button size="small" onPress={() => onChoose('mine')}>
          {text.mine}
        </Button>
        <Button size="small" onPress={() => onChoose('theirs')}>
          {text.theirs}
        </Button>
        <Button size="small" onPress={() => onChoose('both')}>
          {text.both}
        </Button>
      </div>
    </section>
  );
}
