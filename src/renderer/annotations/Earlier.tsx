// What a comment said before: its earlier versions, each of which can be brought back.
import { History } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../data/read.ts';
import { useWrite } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { useLibraryLanguages, useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import styles from './Earlier.module.css';

/** A button, and under it the versions once it is pressed. */
export function Earlier({ id }: { id: string }) {
  const text = useMessages(messages);
  const language = useUiLanguage();
  const languages = useLibraryLanguages();
  const update = useWrite('annotations', 'update');
  const [isOpen, setOpen] = useState(false);
  const versions = useRead('annotations', 'versions', { id }, { enabled: isOpen }).data;
  return (
    <div className={styles.earlier}>
      <Button
        size="small"
        variant="quiet"
        icon={<History aria-hidden />}
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {text.earlier}
      </Button>
      {isOpen && versions?.length === 0 && <p className={styles.none}>{text.noEarlier}</p>}
      {isOpen && versions !== undefined && versions.length > 0 && (
        <ol className={styles.list}>
          {versions.map(({ at, color, kind, commentPrimary, commentSecondary }) => (
            <li key={`${at} ${color} ${commentPrimary} ${commentSecondary}`} className={styles.version}>
              <span className={styles.dot} style={{ background: `var(--mark-${color})` }} aria-hidden />
              <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleString(language)}</time>
              <p lang={languages.primary.tag}>{commentPrimary}</p>
              <p lang={languages.secondary.tag}>{commentSecondary}</p>
              <Button
                size="small"
                onPress={() =>
                  void update({ id, color, kind, commentPrimary, commentSecondary, isStep: true }).catch(
                    () => undefined,
                  )
                }
              >
                {text.bringBack}
              </Button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
