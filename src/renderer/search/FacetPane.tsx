// Beside the results: what they can be narrowed down to, with counts; and searches that were kept.
import { X } from 'lucide-react';
import type { AnnotationColor } from '#shared/annotation.ts';
import type { Facets, HitKind } from '#shared/search.ts';
import { colorName } from '../annotations/index.ts';
import { useRead } from '../data/read.ts';
import { write } from '../data/write.ts';
import { offerUndo } from '../history/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages, useUiLanguage } from '../ui/i18n.tsx';
import { messages } from './messages.ts';
import { useNames } from './names.ts';
import { hasField, toggleField } from './query-text.ts';
import styles from './search.module.css';

const ORDER = ['kind', 'survey', 'year', 'tag', 'lang', 'color', 'stance'] as const;
/** Values of a facet that are shown. */
const MOST = 8;

export type FacetPaneProps = { query: string; facets: Facets | undefined; onQuery: (query: string) => void };

export function FacetPane({ query, facets, onQuery }: FacetPaneProps) {
  const m = useMessages(messages);
  const names = useNames();
  const nameOf = useValueNames();
  const saved = useRead('search', 'saved', {}).data ?? [];
  const unsave = async (id: string, name: string, kept: string): Promise<void> => {
    await write('search', 'unsave', { id });
    offerUndo(m.unsaved, 'search.unsave', () => write('search', 'save', { name, query: kept }));
  };
  return (
    <aside className={styles.facets} aria-label={m.narrow}>
      {saved.length > 0 && (
        <section>
          <h3 className={styles.facetTitle}>{m.saved}</h3>
          <ul>
            {saved.map(({ id, name, query: kept }) => (
              <li key={id} className={styles.savedRow}>
                <button
                  type="button"
                  className={styles.facet}
                  aria-pressed={query === kept}
                  title={kept}
                  onClick={() => onQuery(kept)}
                >
                  <span className={styles.facetName}>{name}</span>
                </button>
                <IconButton
                  size="small"
                  label={m.unsave(name)}
                  icon={<X aria-hidden />}
                  onPress={() => void unsave(id, name, kept)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ORDER.map((field) => {
        const values = facets?.[field] ?? [];
        const isChosen = values.some(({ value }) => hasField(query, field, value));
        if (values.length < 2 && !isChosen) return null;
        return (
          <section key={field}>
            <h3 className={styles.facetTitle}>{names.facets[field]}</h3>
            <ul>
              {values.slice(0, MOST).map(({ value, count }) => (
                <li key={value}>
                  <button
                    type="button"
                    className={styles.facet}
                    aria-pressed={hasField(query, field, value)}
                    onClick={() => onQuery(toggleField(query, field, value))}
                  >
                    <span className={styles.facetName}>{nameOf(field, value)}</span>
                    <span className={styles.count}>{count.toLocaleString()}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </aside>
  );
}

/** How a value of a facet is called. */
function useValueNames(): (field: (typeof ORDER)[number], value: string) => string {
  const names = useNames();
  const language = useUiLanguage();
  const surveys = useRead('surveys', 'list', {}).data;
  return (field, value) => {
    switch (field) {
      case 'kind':
        return names.kinds[value as HitKind];
      case 'survey':
        return surveys?.find(({ id }) => id === value)?.title ?? '…';
      case 'lang':
        return names.langs[value] ?? value;
      case 'stance':
        return names.stances[value] ?? value;
      case 'color':
        return colorName(value as AnnotationColor, language);
      case 'year':
      case 'tag':
        return value;
    }
  };
}
