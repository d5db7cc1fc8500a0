// The side of a two-language text that the survey itself does not say.
import type { Side } from '#shared/values.ts';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { useLiving } from './living.tsx';
import { messages } from './messages.ts';
import { otherSide } from './other-side.ts';
import styles from './living.module.css';

/** Nothing where both sides stand in the text, or one is empty. */
export function OtherSide({ primary, secondary, stale }: { primary: string; secondary: string; stale: Side | null }) {
  const m = useMessages(messages);
  const languages = useLibraryLanguages();
  const { text } = useLiving();
  const side = otherSide({ primary, secondary }, text);
  if (!side) return null;
  return (
    <span className={styles.other} role="note" aria-label={m.otherSide(languages[side].name)}>
      <Markdown text={side === 'primary' ? primary : secondary} lang={languages[side].tag} />
      {stale === side && <span className={styles.stale}>{m.stale}</span>}
    </span>
  );
}
