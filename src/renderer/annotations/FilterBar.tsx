// What a list of annotations is filtered and grouped by, and its way out into a file.
import { Download, Group as GroupIcon, ListFilter } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { z } from 'zod';
import type { annotationFacets, AnnotationFilter, AnnotationGroup } from '#shared/annotations.ts';
import { useRead } from '../data/read.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Menu } from '../ui/Menu.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Tip } from '../ui/Tip.tsx';
import { colorsInUse } from './colors.ts';
import { saveList } from './export.ts';
import { messages } from './messages.ts';
import { useColorNames, usePalette } from './palette.ts';
import { useExportWords } from './use-export-words.ts';
import colorStyles from './ColorPicker.module.css';
import styles from './FilterBar.module.css';

/** What the user asks for beyond the list's own scope. */
export type Refine = Pick<
  AnnotationFilter,
  'words' | 'colors' | 'kinds' | 'tagIds' | 'authors' | 'hasFinding' | 'hasComment'
>;

type Props = {
  facets: z.output<typeof annotationFacets>;
  refine: Refine;
  onRefine: (refine: Refine) => void;
  group: AnnotationGroup;
  onGroup: (group: AnnotationGroup) => void;
  filter: AnnotationFilter;
  shown: number;
  isOfPaper: boolean;
};

const GROUPS: readonly AnnotationGroup[] = ['none', 'paper', 'section', 'color', 'kind', 'tag'];

/** Stands above the list. */
export function FilterBar({ facets, refine, onRefine, group, onGroup, filter, shown, isOfPaper }: Props) {
  const text = useMessages(messages);
  const { palette } = usePalette();
  const name = useColorNames();
  const tags = useRead('tags', 'list', {}).data ?? [];
  const words = useExportWords(group);
  const colors = colorsInUse(facets.colors, palette);
  /** Takes a wish away where it is chosen again. */
  const toggle = <K extends keyof Refine>(key: K, value: Refine[K]) => {
    const { [key]: old, ...rest } = refine;
    onRefine(JSON.stringify(old) === JSON.stringify(value) || value === undefined ? rest : { ...refine, [key]: value });
  };
  const entry = <K extends keyof Refine>(key: K, value: Refine[K], label: string) => ({
    id: `${key} ${JSON.stringify(value)}`,
    label,
    isChecked: JSON.stringify(refine[key]) === JSON.stringify(value),
    run: () => toggle(key, value),
  });
  const isNarrowed = Object.keys(refine).some((key) => key !== 'words' && key !== 'colors');
  const save = (format: 'markdown' | 'csv' | 'json') => () => void saveList(format, filter, group, words);
  return (
    <div className={styles.bar}>
      <SearchField
        label={text.filter}
        value={refine.words ?? ''}
        onChange={(typed) => toggle('words', typed === '' ? undefined : typed)}
        className={styles.words ?? ''}
      />
      <span className={styles.tools}>
        <Menu
          label={text.narrow}
          placement="bottom end"
          trigger={
            <IconButton size="small" label={text.narrow} icon={<ListFilter aria-hidden />} isActive={isNarrowed} />
          }
          groups={[
            {
              id: 'kinds',
              title: text.kinds,
              entries: facets.kinds.map(({ value, count }) =>
                entry('kinds', [value], `${text.kind(value)} (${count})`),
              ),
            },
            {
              id: 'tags',
              title: text.tags,
              entries: tags
                .filter(({ annotations }) => annotations > 0)
                .map((tag) => entry('tagIds', [tag.id], tag.name)),
            },
            {
              id: 'authors',
              title: text.authors,
              entries:
                facets.authors.length > 1
                  ? facets.authors.map(({ value }) => entry('authors', [value], value || text.me))
                  : [],
            },
            {
              id: 'finding',
              title: text.findings,
              entries: [entry('hasFinding', true, text.withFinding), entry('hasFinding', false, text.withoutFinding)],
            },
            {
              id: 'comment',
              title: text.comments,
              entries: [entry('hasComment', true, text.withComment), entry('hasComment', false, text.withoutComment)],
            },
          ]}
        />
        <Menu
          label={text.groupBy}
          placement="bottom end"
          trigger={
            <IconButton
              size="small"
              label={text.groupBy}
              icon={<GroupIcon aria-hidden />}
              isActive={group !== 'none'}
            />
          }
          groups={[
            {
              id: 'group',
              title: text.groupBy,
              entries: GROUPS.filter((each) => !isOfPaper || each !== 'paper').map((each) => ({
                id: each,
                label: text.group(each),
                isChecked: each === group,
                run: () => onGroup(each),
              })),
            },
          ]}
        />
        <Menu
          label={text.export}
          placement="bottom end"
          trigger={<IconButton size="small" label={text.export} icon={<Download aria-hidden />} />}
          groups={[
            {
              id: 'export',
              title: text.exportShown(shown),
              entries: [
                { id: 'markdown', label: 'Markdown', run: save('markdown') },
                { id: 'csv', label: 'CSV', run: save('csv') },
                { id: 'json', label: 'JSON', run: save('json') },
              ],
            },
          ]}
        />
      </span>
      {colors.length > 1 && (
        <ToggleButtonGroup
          className={colorStyles.row ?? ''}
          aria-label={text.anyColor}
          selectionMode="multiple"
          selectedKeys={refine.colors ?? []}
          onSelectionChange={(keys) => {
            const chosen = colors.filter((color) => keys.has(color));
            onRefine({ ...refine, ...(chosen.length > 0 ? { colors: chosen } : { colors: undefined }) });
          }}
        >
          {colors.map((color) => (
            <Tip key={color} text={text.only(name(color))}>
              <ToggleButton
                id={color}
                className={colorStyles.swatch ?? ''}
                style={{ background: `var(--mark-${color})` }}
                aria-label={text.only(name(color))}
              />
            </Tip>
          ))}
        </ToggleButtonGroup>
      )}
      <span className={styles.count} role="status">
        {text.shown(shown, facets.total)}
      </span>
    </div>
  );
}
