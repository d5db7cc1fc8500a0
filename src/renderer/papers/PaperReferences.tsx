// What a paper cites, read from its PDF, and who in the library cites it.
import { BookCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Reference } from '#shared/files.ts';
import type { Paper } from '#shared/papers.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { go } from '../ui/navigation.tsx';
import { formatAuthors } from './authors.ts';
import { mainFile } from './PdfBadge.tsx';
import { standing } from './standing-messages.ts';
import styles from './standing.module.css';

/** Entries shown at first. */
const FEW = 8;

/** Both lists, folded; nothing where there is nothing. */
export function PaperReferences({ paper }: { paper: Paper }) {
  const m = useMessages(standing);
  const [isAll, setAll] = useState(false);
  const file = mainFile(paper.files);
  const sha256 = file?.state === 'ready' ? file.sha256 : null;
  const references = useRead('files', 'references', { sha256: sha256 ?? '' }, { enabled: sha256 !== null }).data ?? [];
  const citing = useRead('files', 'citedBy', { paperId: paper.id }).data ?? [];
  return (
    <>
      {sha256 !== null && references.length > 0 && (
        <details>
          <summary className={styles.summary}>{m.references(references.length)}</summary>
          <ol className={styles.list}>
            {(isAll ? references : references.slice(0, FEW)).map((entry) => (
              <Entry key={entry.index} entry={entry} sha256={sha256} />
            ))}
          </ol>
          {!isAll && references.length > FEW && (
            <Button size="small" variant="quiet" onPress={() => setAll(true)}>
              {m.showAll(references.length)}
            </Button>
          )}
        </details>
      )}
      {citing.length > 0 && (
        <details>
          <summary className={styles.summary}>{m.citedBy(citing.length)}</summary>
          <ul className={styles.list}>
            {citing.map((one) => (
              <li key={one.paperId} className={styles.entry}>
                <a className={styles.words} href={`#/reader/${one.paperId}?file=${one.sha256}&page=${one.page}`}>
                  {one.title}
                </a>
                <span className={styles.quiet}>{m.goToPage(one.page)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Entry({ entry, sha256 }: { entry: Reference; sha256: string }) {
  const m = useMessages(standing);
  const language = useUiLanguage();
  const { fields, paperId } = entry;
  const title = fields.title || entry.raw;
  const byline = [formatAuthors(fields.authors, language), fields.container, fields.year].filter(Boolean).join(' · ');
  const add = () =>
    void write('files', 'addReference', { sha256, index: entry.index }).then(
      (made) => offerUndo(m.added(made.title), 'paper.create', () => write('papers', 'remove', { id: made.id })),
      () => undefined,
    );
  return (
    <li className={styles.entry} title={entry.raw}>
      <span className={styles.number}>{entry.label || entry.index + 1}</span>
      <span className={styles.words}>
        {title} {byline && <span className={styles.quiet}>{byline}</span>}
      </span>
      {paperId ? (
        <IconButton
          size="small"
          label={m.inLibrary}
          icon={<BookCheck aria-hidden />}
          onPress={() => go({ view: 'library', paperId })}
        />
      ) : (
        <IconButton size="small" label={m.addReference(title)} icon={<Plus aria-hidden />} onPress={add} />
      )}
    </li>
  );
}
