// Annotations the PDF brings along, above the list of one's own: what there is, adopted one by one or all at once.
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { Button } from '../ui/Button.tsx';
import { messagesIn, useMessages } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { useGo, useRoute } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import styles from './PdfMarks.module.css';

/** Nothing where the file in view has none that were not adopted. */
export function PdfMarks({ paperId }: { paperId: string }) {
  const text = useMessages(messages);
  const go = useGo();
  const route = useRoute();
  const [isOpen, setOpen] = useState(false);
  const files = useRead('papers', 'get', { id: paperId }).data?.files;
  const wanted = route.view === 'reader' ? route.sha256 : undefined;
  const file = files?.find(({ sha256 }) => sha256 === wanted) ?? files?.find(({ state }) => state === 'ready');
  const sha256 = file?.sha256 ?? '';
  const { data } = useRead('annotations', 'inPdf', { sha256 }, { enabled: file?.state === 'ready' });
  const waiting = data?.filter(({ adoptedId }) => adoptedId === null) ?? [];
  if (waiting.length === 0) return null;
  const adopt = (keys?: string[]) =>
    void write('annotations', 'adopt', { sha256, ...(keys ? { keys } : {}) }).then(
      (ids) =>
        offerUndo(messagesIn(messages, uiLanguage()).adopted(ids.length), 'annotation.adopt', () =>
          write('annotations', 'removeMany', { ids }),
        ),
      () => undefined,
    );
  return (
    <section className={styles.pdf} aria-label={text.inPdf(waiting.length)}>
      <div className={styles.head}>
        <FileDown aria-hidden className={styles.icon} />
        <span>{text.inPdf(waiting.length)}</span>
        <Button size="small" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? text.hideThem : text.showThem}
        </Button>
        <Button size="small" onPress={() => adopt()}>
          {text.adoptAll}
        </Button>
      </div>
      {isOpen && (
        <ul className={styles.list}>
          {waiting.map(({ key, page, kind, color, quote, contents, author, replies }) => (
            <li key={key} className={styles.mark} style={{ borderLeftColor: `var(--mark-${color})` }}>
              <button
                type="button"
                className={styles.words}
                onClick={() => go({ view: 'reader', paperId, sha256, page })}
              >
                <span className={styles.about}>
                  {text.page(String(page))} · {text.kind(kind)}
                  {author && ` · ${author}`}
                </span>
                {quote && <span className={styles.quote}>{quote}</span>}
                {contents && <span>{contents}</span>}
                {replies.map((reply) => (
                  <span key={`${reply.createdAt} ${reply.contents}`} className={styles.reply}>
                    {reply.author && `${reply.author}: `}
                    {reply.contents}
                  </span>
                ))}
              </button>
              <Button size="small" onPress={() => adopt([key])}>
                {text.adopt}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
