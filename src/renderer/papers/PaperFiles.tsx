// The PDFs of a paper: versions and supplements, each opened by a press, named, and put first from its menu.
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Paper, PaperFile } from '#shared/papers.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { dragsOut } from '../host/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { go } from '../ui/navigation.tsx';
import { Field } from './Field.tsx';
import { messages } from './messages.ts';
import { PdfBadge } from './PdfBadge.tsx';
import { standing } from './standing-messages.ts';
import styles from './PaperDetails.module.css';
import line from './standing.module.css';

const said = () => undefined;

/** Nothing where there is no PDF: the head says so. */
export function PaperFiles({ paper }: { paper: Paper }) {
  const m = useMessages(messages);
  if (paper.files.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{m.files}</h3>
      <ul>
        {paper.files.map((file, at) => (
          <File key={file.sha256} paper={paper} file={file} isFirst={at === 0} />
        ))}
      </ul>
    </div>
  );
}

function File({ paper, file, isFirst }: { paper: Paper; file: PaperFile; isFirst: boolean }) {
  const m = useMessages(messages);
  const s = useMessages(standing);
  const [isNaming, setNaming] = useState(false);
  const of = { sha256: file.sha256, paperId: paper.id };
  const other = file.kind === 'main' ? ('supplement' as const) : ('main' as const);
  const detach = () =>
    write('files', 'detach', of).then(
      () => offerUndo(s.detached(file.label), 'file.detach', () => write('files', 'assign', of)),
      said,
    );
  const more = [file.version, file.kind === 'supplement' && s.fileKind('supplement')].filter(Boolean).join(' · ');
  return (
    <li ref={dragsOut({ sha256: file.sha256, name: paper.title })}>
      <div className={line.line}>
        <Button
          className={styles.file ?? ''}
          onPress={() => go({ view: 'reader', paperId: paper.id, sha256: file.sha256 })}
        >
          <PdfBadge files={[file]} />
          <span className={styles.fileName} title={file.label}>
            {file.label}
          </span>
          {more && <span className={styles.filePages}>{more}</span>}
          <span className={styles.filePages}>
            {file.state === 'ready' ? m.pageCount(file.pageCount) : m.fileState(file.state)}
          </span>
        </Button>
        <Menu
          label={s.fileMenu(file.label)}
          trigger={<IconButton size="small" label={s.fileMenu(file.label)} icon={<EllipsisVertical aria-hidden />} />}
          groups={[
            {
              id: 'file',
              entries: [
                {
                  id: 'first',
                  label: s.openFirst,
                  isDisabled: isFirst,
                  run: () => void write('files', 'prefer', of).catch(said),
                },
                { id: 'name', label: s.rename, run: () => setNaming(true) },
                {
                  id: 'kind',
                  label: s.makeKind(other),
                  run: () => void write('files', 'edit', { ...of, kind: other }).catch(said),
                },
                { id: 'detach', label: s.detach, tone: 'danger', run: () => void detach() },
              ],
            },
          ]}
        />
      </div>
      {isNaming && (
        <Field
          label={s.fileLabel}
          value={file.label}
          onSave={(label) => write('files', 'edit', { ...of, label: label.trim() }).then(() => setNaming(false))}
        />
      )}
    </li>
  );
}
