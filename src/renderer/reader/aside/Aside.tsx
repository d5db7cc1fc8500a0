// Beside the page: the paper's notes, findings, annotations and data.
import { Link2 } from 'lucide-react';
import { useCallback } from 'react';
import type { Paper } from '#shared/papers.ts';
import { AnnotationList } from '../../annotations/index.ts';
import { FindingsPane } from '../../findings/index.ts';
import { NotesPane } from '../../notes/index.ts';
import { PaperDetails } from '../../papers/index.ts';
import { useSetting } from '../../data/setting.ts';
import { useActive } from '../../ui/active.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { useGo } from '../../ui/navigation.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { messages } from '../messages.ts';
import { Follow } from './Follow.tsx';
import type { AsideTab } from '../use-panes.ts';

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

type Props = { paper: Paper; tab: AsideTab; onTab: (tab: AsideTab) => void };

/** A mark opened from any of the panes is shown in the page. */
export function Aside({ paper, tab, onTab }: Props) {
  const m = useMessages(messages);
  const go = useGo();
  const { annotationId } = useActive();
  const [isFollowing, setFollowing] = useSetting<boolean>('layout.follow', true, isBoolean);
  const { id } = paper;
  const open = useCallback((mark: string) => go({ view: 'reader', paperId: id, annotationId: mark }), [go, id]);
  const pane = { paperId: id, activeAnnotationId: annotationId, onOpenAnnotation: open };
  return (
    <Follow isOn={isFollowing}>
      <Tabs<AsideTab>
        label={m.aside}
        value={tab}
        onChange={onTab}
        end={
          <ToggleButton
            size="small"
            label={m.follow}
            icon={<Link2 aria-hidden />}
            isSelected={isFollowing}
            onChange={setFollowing}
          />
        }
        tabs={[
          { id: 'notes', label: m.notes, count: paper.passages, content: <NotesPane key={id} {...pane} /> },
          { id: 'findings', label: m.findings, count: paper.findings, content: <FindingsPane key={id} {...pane} /> },
          {
            id: 'annotations',
            label: m.annotations,
            count: paper.annotations,
            content: <AnnotationList key={id} paperId={id} />,
          },
          { id: 'paper', label: m.paper, content: <PaperDetails key={id} paperId={id} isInReader /> },
        ]}
      />
    </Follow>
  );
}
