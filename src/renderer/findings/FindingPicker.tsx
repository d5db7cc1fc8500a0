// Linking a highlight to a finding: type to filter in either language, choose the stance, Enter.
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Annotation, AnnotationColor, Stance } from '#shared/annotations.ts';
import type { Finding } from '#shared/findings.ts';
import { useRead } from '../data/read.ts';
import { offerUndo } from '../history/index.ts';
import { isComposing } from '../notes/index.ts';
import { useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { isMac } from '../ui/shortcut.ts';
import { type Choice, choicesFor, firstChoice, step } from './choices.ts';
import styles from './FindingPicker.module.css';
import { createFromMark, saying } from './from-mark.ts';
import { STANCES } from './gaps.ts';
import { messages } from './messages.ts';
import { PickerOption } from './PickerOption.tsx';
import { StanceChoice } from './StanceChoice.tsx';
import { type NewFinding, useFindingActions } from './use-finding-actions.ts';

/** A stored highlight, or words yet to be marked: `make` marks them, with `finding` linked in the same step. */
export type MarkToLink =
  | { annotationId: string }
  | {
      quote: string;
      color: AnnotationColor;
      make: (finding?: { id: string; stance: Stance }) => Promise<Annotation | null>;
      /** Marks them and makes a finding that rests on them, in one step. */
      makeFinding: (start: Omit<NewFinding, 'annotationId'>) => Promise<Finding | null>;
    };

type Props = {
  /** The paper being read. */
  paperId: string;
  /** What to link. */
  mark: MarkToLink;
  /** Called once, when the dialog is to go: with the finding that was linked or made, or null. */
  onDone: (findingId: string | null) => void;
};

/** A dialog, open as long as it is mounted. The likeliest entry is chosen from the start, so Enter alone may do. */
export function FindingPicker({ paperId, mark, onDone }: Props) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const actions = useFindingActions();
  const id = useId();
  const [query, setQuery] = useState('');
  /** Null: what `firstChoice` says. */
  const [wanted, setAt] = useState<number | null>(null);
  const [stance, setStance] = useState<Stance>('supports');
  const [isBusy, setBusy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const storedId = 'annotationId' in mark ? mark.annotationId : null;
  const stored = useRead('annotations', 'get', { id: storedId ?? '' }, { enabled: storedId !== null }).data;
  const words = 'make' in mark ? mark : stored && { quote: stored.anchor.quote, color: stored.color };
  const surveyIds = useRead('papers', 'get', { id: paperId }).data?.surveyIds;
  // The paper's own findings are there at once; the library's follow.
  const own = useRead('findings', 'list', { paperId }).data;
  const all = useRead('findings', 'list', {}).data;
  const choices = useMemo(
    () => choicesFor(all ?? own ?? [], query, { paperId, surveyIds: surveyIds ?? [] }),
    [all, own, query, paperId, surveyIds],
  );
  const stances = new Map(stored?.evidence.map((evidence) => [evidence.findingId, evidence.stance]));
  const at = Math.min(wanted ?? firstChoice(choices, query, (id) => stances.has(id)), choices.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, choices]);

  const link = async (findingId: string): Promise<void> => {
    if ('make' in mark) {
      const made = await mark.make({ id: findingId, stance });
      if (made) offerUndo(text.linked, 'annotation.create', () => actions.unlinkMark(findingId, made.id, undefined));
      return;
    }
    await actions.link(findingId, mark.annotationId, stance);
    offerUndo(text.linked, 'evidence.link', () =>
      actions.unlinkMark(findingId, mark.annotationId, stances.get(findingId)),
    );
  };
  const create = async (typed: { words?: string }): Promise<string | null> => {
    const tags = { primary: languages.primary.tag, secondary: languages.secondary.tag };
    const finding =
      'make' in mark
        ? await mark.makeFinding({ paperId, stance, ...saying(typed.words ?? mark.quote, tags) })
        : (await createFromMark(actions, { paperId, annotationId: mark.annotationId, stance, ...typed }, tags)).finding;
    if (!finding) return null;
    offerUndo(text.created, 'finding.create', () => actions.remove(finding.id));
    return finding.id;
  };
  const choose = (choice: Choice | undefined) => {
    if (!choice || isBusy) return;
    setBusy(true);
    const done =
      choice.kind === 'finding'
        ? link(choice.finding.id).then(() => choice.finding.id)
        : create(choice.kind === 'typed' ? { words: choice.words } : {});
    // A failure has been told in a toast; the dialog stays for another try.
    done.then(onDone, () => setBusy(false));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const digit = /^Digit([1-4])$/.exec(event.code)?.[1];
    const chosen = event.altKey && digit ? STANCES[Number(digit) - 1] : undefined;
    const next =
      event.target instanceof HTMLInputElement && event.target.type === 'text'
        ? step(at, choices.length, event.key)
        : null;
    if (chosen) setStance(chosen);
    else if (event.key === 'Enter') choose(choices[at]);
    else if (next !== null) setAt(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const option = (choice: Choice, index: number) => (
    <PickerOption
      key={choice.key}
      id={optionId(index)}
      choice={choice}
      isChosen={index === at}
      linkedAs={choice.kind === 'finding' ? (stances.get(choice.finding.id) ?? null) : null}
      languages={languages}
      onPoint={() => setAt(index)}
      onChoose={() => choose(choice)}
    />
  );

  return (
    <Modal title={text.pickerTitle} isOpen onClose={() => onDone(null)}>
      <div className={styles.picker} onKeyDown={onKeyDown} role="presentation">
        {words && (
          <blockquote className={styles.quote} style={{ borderLeftColor: `var(--mark-${words.color})` }}>
            {words.quote}
          </blockquote>
        )}
        <StanceChoice stance={stance} onChange={setStance} />
        <input
          className={styles.filter}
          type="text"
          role="combobox"
          aria-label={text.filter}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={optionId(at)}
          aria-autocomplete="list"
          placeholder={text.filter}
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog opened to type in
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(null);
          }}
        />
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the list of a combobox */}
        <div className={styles.list} id={`${id}-list`} ref={list} role="listbox" aria-label={text.title} tabIndex={-1}>
          <div className={styles.found} role="presentation">
            {choices.map((choice, index) => choice.kind === 'finding' && option(choice, index))}
          </div>
          {choices.map((choice, index) => choice.kind !== 'finding' && option(choice, index))}
        </div>
        <p className={styles.keys}>{text.keys(isMac() ? '⌥' : 'Alt+')}</p>
        <output className={styles.spoken}>
          {query.trim() &&
            (choices.some((choice) => choice.kind === 'finding')
              ? text.results(choices.filter((choice) => choice.kind === 'finding').length)
              : text.noMatch)}
        </output>
      </div>
    </Modal>
  );
}
