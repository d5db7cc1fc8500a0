// How a paper stands with its reader: status with dates, stars, tags, collections.
import { FolderPlus, X } from 'lucide-react';
import type { Paper, ReadingStatus } from '#shared/papers.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { TagEditor } from '../tags/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Select } from '../ui/Select.tsx';
import { Stars } from './Stars.tsx';
import { standing } from './standing-messages.ts';
import styles from './standing.module.css';

const said = () => undefined;

/** Everything here is saved at once. */
export function PaperStanding({ paper }: { paper: Paper }) {
  const m = useMessages(standing);
  const language = useUiLanguage();
  const date = (at: number) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at);
  const save = (fields: { status?: ReadingStatus; stars?: number }) =>
    void write('papers', 'update', { id: paper.id, fields }).catch(said);
  const dates = [
    paper.startedAt !== null && m.begun(date(paper.startedAt)),
    paper.finishedAt !== null && m.finished(date(paper.finishedAt)),
  ].filter(Boolean);
  return (
    <div className={styles.standing}>
      <div className={styles.line}>
        <Select
          label={m.statusLabel}
          hideLabel
          variant="quiet"
          items={STATUSES.map((id) => ({ id, label: m.status(id) }))}
          value={paper.status}
          onChange={(status) => save({ status })}
        />
        <Stars value={paper.stars} onChange={(stars) => save({ stars })} />
        {dates.length > 0 && <span className={styles.dates}>{dates.join(' · ')}</span>}
      </div>
      <TagEditor kind="paper" targetId={paper.id} />
      <PaperCollections paper={paper} />
    </div>
  );
}

const STATUSES: readonly ReadingStatus[] = ['unread', 'reading', 'read', 'set-aside'];

function PaperCollections({ paper }: { paper: Paper }) {
  const m = useMessages(standing);
  const all = useRead('collections', 'list', {}).data ?? [];
  const own = all.filter((one) => paper.collectionIds.includes(one.id));
  const others = all.filter((one) => one.filter === null && !paper.collectionIds.includes(one.id));
  const takeOut = (id: string, name: string) => {
    const change = { id, paperIds: [paper.id] };
    write('collections', 'removePapers', change).then(
      () => offerUndo(m.takenOut(name), 'collection.take', () => write('collections', 'addPapers', change)),
      said,
    );
  };
  return (
    <div className={styles.line}>
      {own.map((one) => (
        <span key={one.id} className={styles.collection}>
          {one.name}
          <button type="button" aria-label={m.takeOut(one.name)} onClick={() => takeOut(one.id, one.name)}>
            <X aria-hidden />
          </button>
        </span>
      ))}
      <Menu
        label={m.addToCollection}
        trigger={<IconButton size="small" label={m.addToCollection} icon={<FolderPlus aria-hidden />} />}
        groups={[
          {
            id: 'all',
            entries:
              others.length > 0
                ? others.map((one) => ({
                    id: one.id,
                    label: one.name,
                    run: () => void write('collections', 'addPapers', { id: one.id, paperIds: [paper.id] }).catch(said),
                  }))
                : [{ id: 'none', label: m.noCollections, isDisabled: true, run: said }],
          },
        ]}
      />
    </div>
  );
}
