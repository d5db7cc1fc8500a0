// Notes that belong to no paper: one's own, and those on surveys. The list on the left, the note on the right.
import { NotebookPen, Plus, ScrollText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Note } from '#shared/notes.ts';
import type { Side } from '#shared/values.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { messagesIn, useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { go, goToPlace, type Route } from '../ui/navigation.tsx';
import { formatRoute } from '../ui/route.ts';
import { TextField } from '../ui/TextField.tsx';
import { messages } from './messages.ts';
import { NoteView } from './NotesPane.tsx';
import styles from './NotesView.module.css';

type Props = { route: Extract<Route, { view: 'notes' }> };

const SIDES: readonly Side[] = ['primary', 'secondary'];
const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

const nameOf = (note: Note): string =>
  note.title || note.titleSecondary || (note.passages[0]?.primary || note.passages[0]?.secondary || '').slice(0, 60);

async function createNote(): Promise<void> {
  const { id } = await write('notes', 'create', {});
  go({ view: 'notes', noteId: id });
}

/** The view of such notes. */
export function NotesView({ route }: Props) {
  const text = useMessages(messages);
  const free = useRead('notes', 'free', {}).data;
  const surveys = useRead('surveys', 'list', {}).data ?? [];
  const note = free?.find(({ id }) => id === route.noteId);
  // What went wrong is said by the writer.
  const create = () => void createNote().catch(() => undefined);
  useCommands([{ id: 'notes.new', label: { en: en.newNote, 'zh-Hans': zh.newNote }, group: text.group, run: create }]);
  const open = (annotationId: string) => void goToPlace({ annotationId });
  const isEmpty = free?.length === 0 && !route.surveyId;
  const survey = surveys.find(({ id }) => id === route.surveyId);
  return (
    <div className={styles.view}>
      <nav className={styles.list} aria-label={text.notes}>
        <Button icon={<Plus aria-hidden />} onPress={create}>
          {text.newNote}
        </Button>
        <h2 className={styles.heading}>{text.freeNotes}</h2>
        <ul>
          {free?.map((one) => (
            <Entry
              key={one.id}
              to={{ view: 'notes', noteId: one.id }}
              isHere={one.id === route.noteId}
              name={nameOf(one) || text.untitled}
            />
          ))}
        </ul>
        {surveys.length > 0 && <h2 className={styles.heading}>{text.surveyNotes}</h2>}
        <ul>
          {surveys.map((one) => (
            <Entry
              key={one.id}
              to={{ view: 'notes', surveyId: one.id }}
              isHere={one.id === route.surveyId}
              name={one.title || one.fileName}
            />
          ))}
        </ul>
      </nav>
      <div className={styles.note}>
        {survey && (
          <>
            <header className={styles.head}>
              <ScrollText aria-hidden />
              <a href={formatRoute({ view: 'survey', surveyId: survey.id })}>{survey.title || survey.fileName}</a>
            </header>
            <NoteView
              key={survey.id}
              owner={{ surveyId: survey.id }}
              emptyTitle={text.emptySurveyTitle}
              emptyText={text.emptyText}
              onOpenAnnotation={open}
            />
          </>
        )}
        {note && !survey && (
          <>
            <NoteHead key={note.id} note={note} />
            <NoteView
              key={`note ${note.id}`}
              owner={{ noteId: note.id }}
              emptyTitle={text.emptyFreeTitle}
              emptyText={text.emptyText}
              onOpenAnnotation={open}
            />
          </>
        )}
        {!note && !survey && (
          <EmptyState
            icon={<NotebookPen aria-hidden />}
            title={isEmpty ? text.emptyNotesTitle : text.notes}
            actions={
              <Button variant="accent" icon={<Plus aria-hidden />} onPress={create}>
                {text.newNote}
              </Button>
            }
          >
            {text.emptyNotesText}
          </EmptyState>
        )}
      </div>
    </div>
  );
}

function Entry({ to, isHere, name }: { to: Route; isHere: boolean; name: string }) {
  return (
    <li>
      <a className={styles.entry} href={formatRoute(to)} aria-current={isHere ? 'page' : undefined} title={name}>
        {name}
      </a>
    </li>
  );
}

function NoteHead({ note }: { note: Note }) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const remove = async () => {
    await write('notes', 'remove', { id: note.id });
    go({ view: 'notes' });
    offerUndo(text.noteRemoved, 'note.remove', () => write('notes', 'restore', { id: note.id }));
  };
  return (
    <header className={styles.head}>
      {SIDES.map((side) => (
        <TitleField
          key={side}
          stored={side === 'primary' ? note.title : note.titleSecondary}
          label={text.noteTitle(languages[side].name)}
          lang={languages[side].tag}
          save={(words) => write('notes', 'rename', { id: note.id, side, text: words })}
        />
      ))}
      <IconButton
        label={text.removeNote}
        tone="danger"
        icon={<Trash2 aria-hidden />}
        // What went wrong is said by the writer.
        onPress={() => void remove().catch(() => undefined)}
      />
    </header>
  );
}

type TitleProps = { stored: string; label: string; lang: string; save: (words: string) => Promise<unknown> };

/** One line that is stored when it is left, or by Enter outside a composition. */
export function TitleField({ stored, label, lang, save }: TitleProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const store = () => {
    if (typed === null) return;
    if (typed === stored) setTyped(null);
    // A failure has been told; the words stay in the field for another try.
    else
      save(typed)
        .then(() => setTyped(null))
        .catch(() => undefined);
  };
  return (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      lang={lang}
      value={typed ?? stored}
      onChange={setTyped}
      onBlur={store}
      onEnter={store}
      onEscape={() => setTyped(null)}
      className={styles.title ?? ''}
    />
  );
}
