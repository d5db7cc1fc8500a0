// Where the window is, as a path of links.
import { ChevronRight } from 'lucide-react';
import { Fragment, useEffect } from 'react';
import { useRead } from '../data/read.ts';
import { useMessages } from '../ui/i18n.tsx';
import { formatRoute, HOME, type Route } from '../ui/route.ts';
import { useRoute } from '../ui/navigation.tsx';
import { messages } from './messages.ts';
import styles from './Breadcrumbs.module.css';

type Crumb = { name: string; to: Route };

/** Library › survey › paper; also the window's title. */
export function Breadcrumbs() {
  const m = useMessages(messages);
  const crumbs = useCrumbs();
  const names = crumbs.map((crumb) => crumb.name);
  const title = [...names.toReversed(), m.app].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <nav aria-label={m.where} className={styles.where}>
      <ol className={styles.list}>
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.name + String(index)}>
            {index > 0 && (
              <li aria-hidden className={styles.separator}>
                <ChevronRight />
              </li>
            )}
            <li className={index === crumbs.length - 1 ? styles.here : styles.crumb}>
              <a
                href={formatRoute(crumb.to)}
                aria-current={index === crumbs.length - 1 ? 'page' : undefined}
                title={crumb.name}
              >
                {crumb.name}
              </a>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

function useCrumbs(): Crumb[] {
  const m = useMessages(messages);
  const route = useRoute();
  const library = useRead('library', 'info', {}).data?.name;
  const paperId = route.view === 'reader' ? route.paperId : '';
  const paper = useRead('papers', 'get', { id: paperId }, { enabled: paperId !== '' }).data;
  const own = 'surveyId' in route ? route.surveyId : undefined;
  const surveyId = route.view === 'reader' ? paper?.surveyIds[0] : own;
  const survey = useRead('surveys', 'list', {}).data?.find(({ id }) => id === surveyId);
  const crumbs: Crumb[] = [{ name: library || m.library, to: HOME }];
  if (surveyId && survey) crumbs.push({ name: survey.title || survey.fileName, to: { view: 'survey', surveyId } });
  if (route.view === 'reader') crumbs.push({ name: paper?.title ?? '…', to: route });
  else if (route.view === 'search') crumbs.push({ name: m.goSearch, to: route });
  else if (route.view === 'annotations') crumbs.push({ name: m.annotations, to: route });
  else if (route.view === 'survey' && route.show === 'findings') crumbs.push({ name: m.findings, to: route });
  else if (route.view === 'findings') crumbs.push({ name: m.findings, to: route });
  else if (route.view === 'terms') crumbs.push({ name: m.terms, to: route });
  else if (route.view === 'library' && route.trash) crumbs.push({ name: m.trash, to: route });
  else if (route.view === 'notes') crumbs.push({ name: m.notes, to: { view: 'notes' } });
  else if (route.view === 'matrix') crumbs.push({ name: m.matrices, to: { view: 'matrix' } });
  else if (route.view === 'outline') crumbs.push({ name: m.outlines, to: { view: 'outline' } });
  else if (route.view === 'evidence') crumbs.push({ name: m.evidence, to: route });
  else if (route.view === 'library') crumbs.push({ name: surveyId ? m.papers : m.allPapers, to: route });
  return crumbs;
}
