// A provider's draft: asked for by a click, put on an empty side at once, offered beside words that stand already.
import { Languages, Sparkles } from 'lucide-react';
import { useState } from 'react';
import type { Passage } from '#shared/notes.ts';
import type { Side } from '#shared/values.ts';
import { client } from '../data/client.ts';
import { problemText } from '../data/problem-messages.ts';
import { toAppError } from '../data/problems.ts';
import { flushEdits } from '../data/unsaved.ts';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import styles from './DraftOffer.module.css';
import { messages } from './messages.ts';
import type { NoteActions } from './use-note.ts';

type Props = {
  passage: Passage;
  /** The side that would get the draft. */
  side: Side;
  language: LibraryLanguage;
  actions: Pick<NoteActions, 'draft' | 'edit' | 'confirm'>;
};

/** Under a side: the mark of a draft, the button that asks for one, or the draft to be compared. */
export function DraftOffer({ passage, side, language, actions }: Props) {
  const text = useMessages(messages);
  const provider = useRead('translation', 'provider', {}).data;
  const [isAsking, setAsking] = useState(false);
  const [offered, setOffered] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const other = side === 'primary' ? 'secondary' : 'primary';
  const isEmpty = !passage[side].trim();
  const draftedBy = passage.draftedBy[side];
  const canAsk = provider && passage[other].trim() !== '' && (isEmpty || passage.stale === side);

  const ask = async () => {
    setAsking(true);
    setFailed(null);
    try {
      await flushEdits();
      const draft = await client.translation.draft({ text: passage[other], from: other });
      if (isEmpty) await actions.draft(passage.id, side, draft.text, draft.by);
      else setOffered(draft.text);
    } catch (thrown) {
      setFailed(problemText(toAppError(thrown)));
    } finally {
      setAsking(false);
    }
  };
  const take = (words: string) => {
    setOffered(null);
    // What went wrong is said by the writer; the offer is a click away.
    actions.edit(passage.id, side, words, passage[side]).catch(() => undefined);
  };
  if (draftedBy) {
    return (
      <p className={styles.mark}>
        <Sparkles aria-hidden />
        {text.draftedBy(draftedBy)}
        <Button size="small" variant="quiet" onPress={() => void actions.confirm(passage.id)}>
          {text.draftRight}
        </Button>
      </p>
    );
  }
  if (!canAsk && offered === null && failed === null) return null;
  return (
    <div className={styles.offer}>
      {canAsk && offered === null && (
        <Button
          size="small"
          variant="quiet"
          icon={<Languages aria-hidden />}
          isPending={isAsking}
          onPress={() => void ask()}
        >
          {text.draftInto(language.name)}
        </Button>
      )}
      {failed !== null && (
        <p role="alert" className={styles.failed}>
          {failed}
        </p>
      )}
      {offered !== null && (
        <section className={styles.offered} aria-label={text.draftOffered}>
          <p className={styles.title}>{text.draftOffered}</p>
          <Markdown text={offered} lang={language.tag} />
          <div className={styles.choices}>
            <Button size="small" onPress={() => take(`${passage[side].trimEnd()}\n\n${offered}`)}>
              {text.draftBelow}
            </Button>
            <Button size="small" variant="quiet" onPress={() => setOffered(null)}>
              {text.draftDismiss}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
