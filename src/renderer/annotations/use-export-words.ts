// The names a list in a file uses, in the interface's language.
import type { AnnotationGroup } from '#shared/annotations.ts';
import type { ExportWords } from '#shared/annotation-export.ts';
import { useRead } from '../data/read.ts';
import { useMessages } from '../ui/i18n.tsx';
import { useGroupName } from './group-name.ts';
import type { Group } from './list-rows.ts';
import { messages } from './messages.ts';
import { useColorNames } from './palette.ts';

/** What {@link saveList} needs: everything but what is read when it is saved. */
export type ListWords = Omit<ExportWords, 'paper' | 'tags'> & {
  group: (group: Group) => string;
  tagName: (id: string) => string;
  untitled: string;
};

export function useExportWords(group: AnnotationGroup): ListWords {
  const text = useMessages(messages);
  const color = useColorNames();
  const groupName = useGroupName(group);
  const tags = useRead('tags', 'list', {}).data ?? [];
  return {
    title: text.title,
    color,
    kind: text.kind,
    page: text.page,
    group: groupName,
    tagName: (id) => tags.find((tag) => tag.id === id)?.name ?? '',
    untitled: text.untitled,
  };
}
