// The Markdown of a survey, edited beside what it will look like. Saving is one step: it is read again and bound anew,
// so it happens when asked, not while a line is on its way from one place to another.
import { Check, Save } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Survey } from '#shared/surveys.ts';
import { write } from '../data/write.ts';
import { Button } from '../ui/Button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { SplitPane } from '../ui/SplitPane.tsx';
import { toast } from '../ui/toast-queue.ts';
import type { Editor } from './code-mirror.ts';
import { care } from './care-messages.ts';
import { draftOf, keepDraft } from './survey-draft.ts';
import { readFrontMatter } from './front-matter.ts';
import styles from './SurveyEditor.module.css';

export type SurveyEditorProps = {
  survey: Survey;
  /** Where to begin, 1-based. */
  line?: number;
  onDone: () => void;
};

const PREVIEW_AFTER_MS = 200;

/** Line ends do not make a text another one: the editor knows only LF, and the core keeps what each line had. */
const same = (a: string, b: string) => a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');

/** The editor; `onDone` once everything is saved or given up. */
export function SurveyEditor({ survey, line, onDone }: SurveyEditorProps) {
  const m = useMessages(care);
  const { id } = survey;
  // What the text was when editing began; another revision means that someone else changed it.
  const [from, setFrom] = useState({ revision: survey.revision, text: survey.text });
  const [text, setText] = useState(() => draftOf(id, survey.revision) ?? survey.text);
  const [shown, setShown] = useState(text);
  const [isSaving, setSaving] = useState(false);
  const editor = useRef<Editor>(null);
  const preview = useRef<HTMLDivElement>(null);
  const isDirty = !same(text, from.text);
  const isBehind = survey.revision !== from.revision;

  useEffect(() => {
    const timer = setTimeout(() => setShown(text), PREVIEW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => keepDraft(id, from.revision, isDirty ? text : null), [id, from.revision, isDirty, text]);
  // Nothing of one's own is at stake: follow.
  if (isBehind && !isDirty && !isSaving) {
    setFrom({ revision: survey.revision, text: survey.text });
    setText(survey.text);
  }
  useEffect(() => {
    const field = editor.current;
    if (field && !isDirty && !same(field.text(), from.text)) field.setText(from.text);
    // Only where what editing began from is another one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [from]);

  const save = async (revision = from.revision): Promise<boolean> => {
    if (editor.current?.isComposing()) return false;
    const now = editor.current?.text() ?? text;
    if (same(now, from.text) && revision === from.revision) return true;
    setSaving(true);
    try {
      const saved = await write('surveys', 'edit', { id, revision, text: now });
      setFrom({ revision: saved.revision, text: saved.text });
      keepDraft(id, revision, null);
      toast({ text: m.saved });
      return true;
    } catch {
      // Said in a toast; what was typed stays here and in the draft.
      return false;
    } finally {
      setSaving(false);
    }
  };
  const done = async () => {
    if (await save()) onDone();
  };
  const discard = () => {
    keepDraft(id, from.revision, null);
    onDone();
  };
  const takeTheirs = () => {
    setFrom({ revision: survey.revision, text: survey.text });
    editor.current?.setText(survey.text);
  };

  useCommands([
    {
      id: 'survey.save',
      label: { en: 'Save the Markdown', 'zh-Hans': '保存 Markdown' },
      shortcut: 'Mod+S',
      run: () => void save(),
    },
  ]);

  const onScroll = useCallback((share: number) => {
    const pane = preview.current;
    if (pane) pane.scrollTop = share * (pane.scrollHeight - pane.clientHeight);
  }, []);

  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <span className={styles.state} role="status">
          {isDirty ? m.unsaved : ''}
        </span>
        {isDirty && (
          <Button size="small" variant="quiet" onPress={discard}>
            {m.discard}
          </Button>
        )}
        <Button
          size="small"
          icon={<Save aria-hidden />}
          isDisabled={!isDirty}
          isPending={isSaving}
          onPress={() => void save()}
        >
          {m.save}
        </Button>
        <Button size="small" variant="accent" icon={<Check aria-hidden />} onPress={() => void done()}>
          {m.done}
        </Button>
      </div>
      {isBehind && isDirty && !isSaving && (
        <div className={styles.behind} role="alert">
          <span>{m.changedMeanwhile}</span>
          <Button size="small" onPress={takeTheirs}>
            {m.takeTheirs}
          </Button>
          <Button size="small" onPress={() => void save(survey.revision)}>
            {m.keepMine}
          </Button>
        </div>
      )}
      <div className={styles.panes}>
        <SplitPane
          name="surveyeditor"
          panes={[
            {
              id: 'source',
              content: (
                <Source
                  initial={text}
                  label={m.editor}
                  {...(line === undefined ? {} : { line })}
                  editor={editor}
                  onChange={setText}
                  onScroll={onScroll}
                />
              ),
            },
            {
              id: 'preview',
              size: '48%',
              minSize: 240,
              content: (
                <div className={styles.preview} ref={preview} role="region" aria-label={m.preview} tabIndex={-1}>
                  <Markdown text={shown.slice(readFrontMatter(shown)?.end ?? 0)} className={styles.rendered ?? ''} />
                </div>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}

type SourceProps = {
  initial: string;
  label: string;
  line?: number;
  editor: { current: Editor | null };
  onChange: (text: string) => void;
  onScroll: (share: number) => void;
};

/** The field; the editor is fetched when it is first shown. */
function Source({ initial, label, line, editor, onChange, onScroll }: SourceProps) {
  const parent = useRef<HTMLDivElement>(null);
  const begin = useRef({ initial, line, label });
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isHere = true;
    void import('./code-mirror.ts').then(({ openEditor }) => {
      if (!isHere || !parent.current) return;
      const { initial: text, line: at, label: name } = begin.current;
      const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
      const opened = openEditor({ parent: parent.current, text, label: name, nonce, onChange, onScroll });
      editor.current = opened;
      if (at === undefined) opened.focus();
      else opened.goToLine(at);
      setReady(true);
    });
    return () => {
      isHere = false;
      editor.current?.destroy();
      editor.current = null;
    };
  }, [editor, onChange, onScroll]);
  return (
    <div className={styles.source} ref={parent}>
      {!isReady && (
        <p className={styles.waiting}>
          <Spinner />
        </p>
      )}
    </div>
  );
}
