// One finding: its number, its two sides edited in place, what leads in to it, its evidence, what it lacks.
import { BookOpen, Link, TextSearch, Trash2 } from 'lucide-react';
import type { Ref } from 'react';
import { Group } from 'react-aria-components/Group';
import type { Evidence, Finding } from '#shared/findings.ts';
import type { Side } from '#shared/values.ts';
import { SideField, StaleMark } from '../notes/index.ts';
import { classes } from '../ui/classes.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { type LibraryLanguage, useMessages } from '../ui/i18n.tsx';
import { EvidenceRow } from './EvidenceRow.tsx';
import styles from './FindingItem.module.css';
import { FindingMeta } from './FindingMeta.tsx';
import { GapBadges } from './GapBadges.tsx';
import { gapsOf } from './gaps.ts';
import { messages } from './messages.ts';
import { SuggestionList } from './SuggestionList.tsx';
import { type FindingActions, fieldKeyOf } from './use-finding-actions.ts';

const SIDES: readonly Side[] = ['primary', 'secondary'];

/** The key that links the active highlight to the finding in focus. */
export const LINK_KEY = 'Mod+Shift+L';

/** The key that looks for passages for the finding in focus. */
export const SUGGEST_KEY = 'Mod+Shift+E';

type Props = {
  ref?: Ref<HTMLDivElement>;
  finding: Finding;
  /** 1-based. */
  number: number;
  /** The paper the list is about; null in a survey. */
  herePaperId: string | null;
  activeAnnotationId: string | null;
  isLit: boolean;
  /** How many passages were found for it unasked. */
  offered: number;
  isSuggesting: boolean;
  /** Opens and closes the suggested evidence. */
  onSuggest: (isOpen: boolean) => void;
  languages: { primary: LibraryLanguage; secondary: LibraryLanguage };
  actions: FindingActions;
  onOpenEvidence: (evidence: Evidence) => void;
  /** Opens the finding in the reader; absent where one is there already. */
  onOpen?: () => void;
  onHover: (isOver: boolean) => void;
  onFocus: () => void;
};

/** A finding to read and write. It takes the focus itself when a field is left by Escape. */
export function FindingItem({ ref, ...props }: Props) {
  const { finding, number, herePaperId, activeAnnotationId, languages, actions } = props;
  const { id, evidence } = finding;
  const text = useMessages(messages);
  const canLink = activeAnnotationId !== null && !evidence.some((one) => one.annotationId === activeAnnotationId);
  // A missing side is plain to see in its empty field; a stale one has its own mark.
  const gaps = gapsOf(finding).filter((gap) => gap === 'evidence');
  return (
    <li>
      <Group
        {...(ref ? { ref } : {})}
        tabIndex={-1}
        data-marks={evidence.flatMap((one) => one.annotationId ?? []).join(' ')}
        className={classes(styles.item, props.isLit && styles.lit)}
        aria-label={text.finding(number)}
        onPointerEnter={() => props.onHover(true)}
        onPointerLeave={() => props.onHover(false)}
        onFocus={props.onFocus}
      >
        {finding.context && <p className={styles.context}>{finding.context}</p>}
        <span className={styles.number} aria-hidden>
          {number}
        </span>
        <div className={styles.body}>
          <div className={styles.sides}>
            {SIDES.map((side) => (
              <div key={side} className={styles.cell}>
                <SideField
                  key={fieldKeyOf(id, side)}
                  fieldKey={fieldKeyOf(id, side)}
                  label={text.side(languages[side].name, number)}
                  lang={languages[side].tag}
                  placeholder={text.write(languages[side].name)}
                  stored={finding[side]}
                  save={(words) => actions.edit(id, side, words)}
                  maxLength={20_000}
                  onLeave={(field) => field.closest<HTMLElement>(`.${styles.item}`)?.focus()}
                />
                {finding.stale === side && <StaleMark onConfirm={() => void actions.confirm(id)} />}
              </div>
            ))}
          </div>
          {evidence.length > 0 && (
            <ul className={styles.evidence} aria-label={text.evidenceList}>
              {evidence.map((one) => (
                <EvidenceRow
                  key={one.id}
                  evidence={one}
                  herePaperId={herePaperId ?? finding.paperId}
                  isLit={one.annotationId === activeAnnotationId}
                  actions={actions}
                  onOpen={() => props.onOpenEvidence(one)}
                />
              ))}
            </ul>
          )}
          {props.isSuggesting && (
            <SuggestionList findingId={id} herePaperId={herePaperId} onClose={() => props.onSuggest(false)} />
          )}
          <div className={styles.foot}>
            <GapBadges gaps={gaps} />
            {props.offered > 0 && !props.isSuggesting && (
              <Button
                size="small"
                variant="quiet"
                icon={<TextSearch aria-hidden />}
                onPress={() => props.onSuggest(true)}
              >
                {text.offered(props.offered)}
              </Button>
            )}
            <FindingMeta finding={finding} actions={actions} />
            <div className={styles.tools}>
              <IconButton
                size="small"
                isActive={props.isSuggesting}
                label={text.findEvidence}
                shortcut={SUGGEST_KEY}
                icon={<TextSearch aria-hidden />}
                onPress={() => props.onSuggest(!props.isSuggesting)}
              />
              {canLink && (
                <IconButton
                  size="small"
                  isActive
                  label={text.linkMark}
                  shortcut={LINK_KEY}
                  icon={<Link aria-hidden />}
                  onPress={() => void actions.link(id, activeAnnotationId)}
                />
              )}
              {props.onOpen && (
                <IconButton size="small" label={text.open} icon={<BookOpen aria-hidden />} onPress={props.onOpen} />
              )}
              <IconButton
                size="small"
                tone="danger"
                label={text.remove}
                icon={<Trash2 aria-hidden />}
                onPress={() => void actions.remove(id)}
              />
            </div>
          </div>
        </div>
      </Group>
    </li>
  );
}
