// Hits in groups, a group a paper or survey. The arrow keys walk through all of them, across groups.
import { useEffect, useRef, useState } from 'react';
import type { Hit, SearchResult } from '#shared/search.ts';
import { useRead } from '../data/read.ts';
import { useMessages } from '../ui/i18n.tsx';
import { HitRow } from './HitRow.tsx';
import { messages } from './messages.ts';
import { useNames } from './names.ts';
import styles from './search.module.css';

/** The hits of a group when it is opened. */
const OPENED = 50;

export type HitListProps = { query: string; across: boolean; result: SearchResult; onLeaveTop: () => void };

/** All groups of an answer. */
export function HitList({ query, across, result, onLeaveTop }: HitListProps) {
  const m = useMessages(messages);
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = container.current;
    const onKey = (press: KeyboardEvent): void => walk(press, list, onLeaveTop);
    list?.addEventListener('keydown', onKey);
    return () => list?.removeEventListener('keydown', onKey);
  }, [onLeaveTop]);
  return (
    <div className={styles.list} role="region" aria-label={m.results} ref={container}>
      {hitsByGroup(result).map(({ group, hits }) => (
        <Group
          key={group.paperId ?? group.surveyId ?? group.title}
          query={query}
          across={across}
          group={group}
          hits={hits}
        />
      ))}
    </div>
  );
}

/** The hits come in the order of their groups. */
function hitsByGroup({ groups, hits }: SearchResult): { group: SearchResult['groups'][number]; hits: Hit[] }[] {
  const rest = [...hits];
  return groups.map((group) => ({ group, hits: rest.splice(0, group.hits) }));
}

type GroupProps = { query: string; across: boolean; group: SearchResult['groups'][number]; hits: Hit[] };

function Group({ query, across, group, hits }: GroupProps) {
  const m = useMessages(messages);
  const names = useNames();
  const [isOpen, setOpen] = useState(false);
  const { paperId } = group;
  const all = useRead(
    'search',
    'query',
    { query, across, limit: OPENED, ...(paperId !== null && { paperId }) },
    { enabled: isOpen && paperId !== null, keep: true },
  ).data?.hits;
  const shown = isOpen && all ? all : hits;
  const left = group.total - hits.length;
  const title =
    paperId === null && group.surveyId === null ? (names.elsewhere[group.title] ?? group.title) : group.title;
  return (
    <section className={styles.group} aria-label={title || m.untitled}>
      <h3 className={styles.title}>{title || m.untitled}</h3>
      {shown.map((hit) => (
        <HitRow key={`${hit.kind} ${hit.id}`} hit={hit} />
      ))}
      {left > 0 && paperId !== null && (
        <button type="button" className={styles.moreOf} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? m.fewer : m.moreOf(left)}
        </button>
      )}
    </section>
  );
}

/** Puts the focus on the first hit; false where there is none. */
export function focusFirst(container: HTMLElement | null): boolean {
  const first = container?.querySelector<HTMLElement>('[data-hit]');
  first?.focus();
  return first !== null && first !== undefined;
}

function walk(press: KeyboardEvent, list: HTMLElement | null, onLeaveTop: () => void): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
  if (press.isComposing || press.altKey || press.ctrlKey || press.metaKey) return;
  const hits = [...(list?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
  const here = hits.indexOf(document.activeElement as HTMLElement);
  if (press.key === 'Home' || press.key === 'End') {
    press.preventDefault();
    hits.at(press.key === 'Home' ? 0 : -1)?.focus();
    return;
  }
  if (step === undefined || here < 0) return;
  press.preventDefault();
  if (here + step < 0) onLeaveTop();
  else hits[here + step]?.focus();
}
