// A paper's findings beside the page, lit together with the highlights that are their evidence.
import { Lightbulb, Plus, TextSearch } from 'lucide-react';
import { type FocusEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import type { Evidence } from '#shared/findings.ts';
import { useRead } from '../data/read.ts';
import { arriveAt, bringIntoView, focusField, useLit } from '../notes/index.ts';
import { Button } from '../ui/Button.tsx';
import { useActive } from '../ui/active.tsx';
import { useCommands } from '../ui/commands.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { messagesIn, useLibraryLanguages, useMessages } from '../ui/i18n.tsx';
import { useGo, useRoute } from '../ui/navigation.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { FindingItem, LINK_KEY, SUGGEST_KEY } from './FindingItem.tsx';
import styles from './FindingsPane.module.css';
import { createFromMark } from './from-mark.ts';
import { messages } from './messages.ts';
import { inOrder } from './order.ts';
import { fieldKeyOf, useFindingActions } from './use-finding-actions.ts';
import { useOffers } from './use-offers.ts';

const en = messagesIn(messages, 'en');
const zh = messagesIn(messages, 'zh-Hans');

type Props = {
  paperId: string;
  /** The highlight clicked in the page; absent: the one that is lit anyway. */
  activeAnnotationId?: string | null;
  /** Shows a highlight of this paper in the page. */
  onOpenAnnotation: (id: string) => void;
};

/** The findings of a paper, to read and write. Mount it anew for another paper (`key`). */
export function FindingsPane({ paperId, activeAnnotationId, onOpenAnnotation }: Props) {
  const text = useMessages(messages);
  const languages = useLibraryLanguages();
  const go = useGo();
  const route = useRoute();
  const active = useActive();
  const markId = activeAnnotationId === undefined ? active.annotationId : activeAnnotationId;
  const { data, error } = useRead('findings', 'list', { paperId });
  const findings = useMemo(() => (data ? inOrder(data) : undefined), [data]);
  const actions = useFindingActions();
  const items = useRef(new Map<string, HTMLDivElement>());
  const [atId, setAt] = useState<string | null>(null);
  const [isWithin, setWithin] = useState(false);
  const lit = useLit('findingId');
  const { offered, suggestingId, suggest } = useOffers(paperId);

  const isOn = (evidence: readonly Evidence[]) => evidence.some((one) => one.annotationId === markId);
  const firstLit = markId === null ? undefined : findings?.find((finding) => isOn(finding.evidence))?.id;
  useEffect(() => {
    if (firstLit) bringIntoView(items.current.get(firstLit));
  }, [firstLit, markId]);
  const arrivedAt = route.view === 'reader' && route.paperId === paperId ? route.findingId : undefined;
  const isThere = findings?.some((finding) => finding.id === arrivedAt);
  useEffect(() => {
    if (arrivedAt && isThere) arriveAt(items.current.get(arrivedAt));
  }, [arrivedAt, isThere, route]);

  /** Opens the suggestions of a finding; when they close, the finding itself takes the focus they had. */
  const openSuggestions = (id: string, isOpen: boolean) => {
    suggest(id, isOpen);
    if (!isOpen) items.current.get(id)?.focus();
  };
  const firstOffered = findings?.find(({ id }) => offered.has(id))?.id;
  const at = findings?.find((finding) => finding.id === atId);
  const key = (shortcut: string) => (isWithin ? { shortcut } : {});
  const add = () => void actions.begin({ paperId });
  const addFromMark = async (annotationId: string) => {
    const tags = { primary: languages.primary.tag, secondary: languages.secondary.tag };
    const { finding, side } = await createFromMark(actions, { paperId, annotationId }, tags);
    focusField(fieldKeyOf(finding.id, side));
  };
  useCommands([
    { id: 'findings.add', label: { en: en.add, 'zh-Hans': zh.add }, group: text.group, run: add, ...key('Mod+Enter') },
    {
      id: 'findings.linkHere',
      label: { en: en.linkMark, 'zh-Hans': zh.linkMark },
      group: text.group,
      enabled: at !== undefined && markId !== null && !isOn(at.evidence),
      run: () => void (at && markId && actions.link(at.id, markId)),
      ...key(LINK_KEY),
    },
    {
      id: 'findings.suggestHere',
      label: { en: en.findEvidence, 'zh-Hans': zh.findEvidence },
      group: text.group,
      enabled: at !== undefined,
      run: () => at && openSuggestions(at.id, suggestingId !== at.id),
      ...key(SUGGEST_KEY),
    },
  ]);

  const openEvidence = ({ annotationId, paperId: in_, sha256 }: Evidence) => {
    if (in_ === null || in_ === paperId) onOpenAnnotation(annotationId);
    else go({ view: 'reader', paperId: in_, sha256, annotationId });
  };
  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setWithin(false);
    lit.focus(null);
  };

  if (error) return <EmptyState size="small" title={text.failed} />;
  if (!findings) return <Spinner label={text.loading} />;
  return (
    <Group className={styles.pane ?? ''} aria-label={text.title} onFocus={() => setWithin(true)} onBlur={onBlur}>
      {findings.length === 0 ? (
        <EmptyState
          size="small"
          icon={<Lightbulb aria-hidden />}
          title={text.emptyTitle}
          actions={
            <Button variant="accent" icon={<Plus aria-hidden />} onPress={add}>
              {text.addFirst}
            </Button>
          }
        >
          {text.emptyText}
        </EmptyState>
      ) : (
        <>
          {firstOffered && suggestingId === null && (
            <div className={styles.offers} role="status">
              <TextSearch aria-hidden />
              <span>{text.offeredFor(findings.filter(({ id }) => offered.has(id)).length)}</span>
              <Button size="small" onPress={() => openSuggestions(firstOffered, true)}>
                {text.review}
              </Button>
            </div>
          )}
          <ol className={styles.list}>
            {findings.map((finding, index) => (
              <FindingItem
                key={finding.id}
                ref={(item) => {
                  if (item) items.current.set(finding.id, item);
                  else items.current.delete(finding.id);
                }}
                finding={finding}
                number={index + 1}
                herePaperId={paperId}
                activeAnnotationId={markId}
                isLit={markId !== null && isOn(finding.evidence)}
                offered={offered.get(finding.id) ?? 0}
                isSuggesting={suggestingId === finding.id}
                onSuggest={(isOpen) => openSuggestions(finding.id, isOpen)}
                languages={languages}
                actions={actions}
                onOpenEvidence={openEvidence}
                onHover={(isOver) => lit.hover(finding.id, isOver)}
                onFocus={() => {
                  setAt(finding.id);
                  lit.focus(finding.id);
                }}
              />
            ))}
          </ol>
          <div className={styles.end}>
            <Button variant="quiet" icon={<Plus aria-hidden />} onPress={add}>
              {text.add}
            </Button>
            {markId && (
              <Button variant="quiet" icon={<Plus aria-hidden />} onPress={() => void addFromMark(markId)}>
                {text.addFromMark}
              </Button>
            )}
          </div>
        </>
      )}
    </Group>
  );
}
