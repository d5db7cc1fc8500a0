// One entry of the list of references, with the library's paper for it.
import { BookOpen, Check, Columns2, CornerDownRight, Plus } from 'lucide-react';
import { type Reference, titleOf } from '#shared/text/citations.ts';
import { useRead } from '../../data/read.ts';
import { useWrite } from '../../data/write.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { useGo } from '../../ui/navigation.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { Session } from '../session.ts';
import { useSide } from '../beside/side.tsx';
import { paperOfReference } from './match.ts';
import { lookupMessages } from './messages.ts';
import styles from './Preview.module.css';

const DOI = /\b10\.\d{4,9}\/[^\s"”]+[^\s"”.,;)\]]/iu;
const ARXIV = /arXiv:?\s*(\d{4}\.\d{4,5})/iu;

/** The entry with what can be done: go to it, open its paper, or add the paper. */
export function ReferenceEntry({ reference, session }: { reference: Reference; session: Session }) {
  const m = useMessages(lookupMessages);
  const go = useGo();
  const papers = useRead('papers', 'list', {}).data ?? [];
  const create = useWrite('papers', 'create');
  const paper = paperOfReference(reference, papers);
  const { lookup } = session;
  const { openBeside } = useSide();
  const title = titleOf(reference.text);
  const add = () => {
    const doi = DOI.exec(reference.text)?.[0].toLowerCase() ?? null;
    const arxivId = ARXIV.exec(reference.text)?.[1] ?? null;
    const year = Number.parseInt(reference.year, 10);
    create({ title: title || reference.text.slice(0, 200), year: Number.isNaN(year) ? null : year, doi, arxivId })
      .then(() => toast({ text: m.added }))
      // What went wrong is said by the writer.
      .catch(() => undefined);
  };
  return (
    <article className={styles.entry}>
      <p className={styles.text}>
        {reference.label !== null && <b>[{reference.label}] </b>}
        {reference.text}
      </p>
      {paper && (
        <p className={styles.known}>
          <Check aria-hidden /> {m.inLibrary}: {paper.title}
        </p>
      )}
      <div className={styles.actions}>
        {paper ? (
          <>
            <Button
              size="small"
              variant="accent"
              icon={<BookOpen aria-hidden />}
              onPress={() => {
                lookup.show(null);
                go({ view: 'reader', paperId: paper.id });
              }}
            >
              {m.open}
            </Button>
            <Button
              size="small"
              icon={<Columns2 aria-hidden />}
              onPress={() => {
                lookup.show(null);
                openBeside(paper.id);
              }}
            >
              {m.openBeside}
            </Button>
          </>
        ) : (
          <Button size="small" icon={<Plus aria-hidden />} onPress={add}>
            {m.add}
          </Button>
        )}
        <Button
          size="small"
          icon={<CornerDownRight aria-hidden />}
          onPress={() => void lookup.goTo({ kind: 'citation', key: '', page: 0, rects: [], references: [reference] })}
        >
          {m.goReference}
        </Button>
      </div>
    </article>
  );
}
