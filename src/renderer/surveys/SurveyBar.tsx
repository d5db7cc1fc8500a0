// The bar of a survey: what to show of it, export, trash.
import { Download, Ellipsis, FileText, ListChecks, ScrollText, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRead } from '../data/read.ts';
import { surveyUrl } from '../data/urls.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { go } from '../ui/navigation.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { removeSurvey } from './actions.ts';
import { messages } from './messages.ts';
import styles from './SurveyBar.module.css';

/** The three sides of a survey. */
export type SurveySide = 'document' | 'papers' | 'findings';

/** The bar; `children` stand before the buttons at the end. */
export function SurveyBar({
  surveyId,
  shown,
  menu = [],
  children,
}: {
  surveyId: string;
  shown: SurveySide;
  /** More entries for its menu. */
  menu?: MenuEntry[];
  children?: ReactNode;
}) {
  const m = useMessages(messages);
  const survey = useRead('surveys', 'list', {}).data?.find(({ id }) => id === surveyId);
  // Those of its papers too, as the list has them; until it is read, those of its own text.
  const findings = useRead('findings', 'list', { surveyId }).data?.length ?? survey?.findings;
  const show = (side: SurveySide) =>
    go(
      side === 'papers'
        ? { view: 'library', surveyId }
        : { view: 'survey', surveyId, ...(side === 'findings' ? { show: 'findings' } : {}) },
    );
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label={m.show}
        value={shown}
        onChange={show}
        items={[
          { id: 'document', label: m.document, icon: <ScrollText aria-hidden /> },
          { id: 'papers', label: m.papers, icon: <FileText aria-hidden />, count: survey?.papers },
          { id: 'findings', label: m.findings, icon: <ListChecks aria-hidden />, count: findings },
        ]}
      />
      <div className={styles.end}>
        {children}
        <Menu
          label={m.more}
          placement="bottom end"
          trigger={<IconButton label={m.more} icon={<Ellipsis aria-hidden />} />}
          groups={[
            ...(menu.length > 0 ? [{ id: 'more', entries: menu }] : []),
            {
              id: 'survey',
              entries: [
                {
                  id: 'export',
                  label: m.export,
                  icon: <Download aria-hidden />,
                  run: () => download(surveyUrl(surveyId)),
                },
                {
                  id: 'remove',
                  label: m.remove,
                  icon: <Trash2 aria-hidden />,
                  tone: 'danger',
                  isDisabled: !survey,
                  run: () => survey && void removeSurvey(survey),
                },
              ],
            },
          ]}
        />
      </div>
    </div>
  );
}

/** Saves what an address of the core serves, under the name it gives. */
function download(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
