// What was removed and can come back: surveys, papers, findings, marks.
import { Trash2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { restorePaper } from '../papers/index.ts';
import { restoreSurvey } from '../surveys/index.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useLibraryLanguages, useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';
import styles from './TrashView.module.css';

type Item = { id: string; name: string; lang?: string; deletedAt: number | null; restore: () => Promise<unknown> };

/** The trash, newest first in each list. */
export function TrashView() {
  const m = useMessages(messages);
  const languages = useLibraryLanguages();
  const surveys = useRead('surveys', 'list', { trashed: true }).data;
  const papers = useRead('papers', 'list', { trashed: true }).data;
  const findings = useRead('findings', 'list', { trashed: true }).data;
  const marks = useRead('annotations', 'list', { trashed: true }).data;
  const passages = useRead('notes', 'trashedPassages', {}).data;
  const notes = useRead('notes', 'free', { trashed: true }).data;
  const matrices = useRead('matrix', 'list', { trashed: true }).data;
  const outlines = useRead('outlines', 'list', { trashed: true }).data;

  const back = (restore: Promise<unknown>) =>
    restore.then(
      () => toast({ text: m.restored }),
      () => undefined,
    );
  const groups: { title: string; items: Item[] }[] = [
    {
      title: m.trashedSurveys,
      items: (surveys ?? []).map((survey) => ({
        id: survey.id,
        name: survey.title || survey.fileName,
        deletedAt: survey.deletedAt,
        restore: () => restoreSurvey(survey),
      })),
    },
    {
      title: m.trashedPapers,
      items: (papers ?? []).map((paper) => ({
        id: paper.id,
        name: paper.title,
        deletedAt: paper.deletedAt,
        restore: () => restorePaper(paper),
      })),
    },
    {
      title: m.trashedFindings,
      items: (findings ?? []).map((finding) => ({
        id: finding.id,
        name: finding.primary || finding.secondary || m.untitledFinding,
        lang: finding.primary ? languages.primary.tag : languages.secondary.tag,
        deletedAt: finding.deletedAt,
        restore: () => back(write('findings', 'restore', { id: finding.id })),
      })),
    },
    {
      title: m.trashedMarks,
      items: (marks ?? []).map((mark) => ({
        id: mark.id,
        name: mark.anchor.quote || mark.commentPrimary || mark.commentSecondary || m.drawnMark,
        deletedAt: mark.deletedAt,
        restore: () => back(write('annotations', 'restore', { id: mark.id })),
      })),
    },
    {
      title: m.trashedPassages,
      items: (passages ?? []).map((passage) => ({
        id: passage.id,
        name: (passage.primary || passage.secondary).slice(0, 300),
        lang: passage.primary ? languages.primary.tag : languages.secondary.tag,
        deletedAt: passage.deletedAt,
        restore: () => back(write('notes', 'restorePassage', { id: passage.id })),
      })),
    },
    {
      title: m.trashedNotes,
      items: (notes ?? []).map((note) => ({
        id: note.id,
        name: note.title || note.titleSecondary || note.passages[0]?.primary || note.passages[0]?.secondary || '—',
        deletedAt: note.deletedAt,
        restore: () => back(write('notes', 'restore', { id: note.id })),
      })),
    },
    {
      title: m.trashedTables,
      items: [
        ...(matrices ?? []).map((matrix) => ({
          id: matrix.id,
          name: matrix.title || matrix.titleSecondary || '—',
          deletedAt: matrix.deletedAt,
          restore: () => back(write('matrix', 'restore', { id: matrix.id })),
        })),
        ...(outlines ?? []).map((outline) => ({
          id: outline.id,
          name: outline.title || outline.titleSecondary || '—',
          deletedAt: outline.deletedAt,
          restore: () => back(write('outlines', 'restore', { id: outline.id })),
        })),
      ],
    },
  ];
  const isRead = surveys && papers && findings && marks;
  const shown = groups.filter((group) => group.items.length > 0);
  if (isRead && shown.length === 0) {
    return (
      <EmptyState icon={<Trash2 aria-hidden />} title={m.trashEmpty}>
        {m.trashEmptyText}
      </EmptyState>
    );
  }
  return (
    <div className={styles.trash}>
      {shown.map((group) => (
        <Group key={group.title} title={group.title}>
          {group.items
            .toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0))
            .map((item) => (
              <Row key={item.id} item={item} />
            ))}
        </Group>
      ))}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Row({ item }: { item: Item }) {
  const m = useMessages(messages);
  const language = useUiLanguage();
  const date =
    item.deletedAt === null
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(item.deletedAt);
  return (
    <li className={styles.row}>
      <span className={styles.name} lang={item.lang}>
        {item.name}
      </span>
      {date && <span className={styles.date}>{m.removedOn(date)}</span>}
      <Button
        size="small"
        icon={<Undo2 aria-hidden />}
        label={`${m.restore}: ${item.name}`}
        onPress={() => void item.restore()}
      >
        {m.restore}
      </Button>
    </li>
  );
}
