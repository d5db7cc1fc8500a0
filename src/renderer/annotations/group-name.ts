// What a group of a list is called.
import type { AnnotationGroup, AnnotationKind } from '#shared/annotations.ts';
import { useMessages } from '../ui/i18n.tsx';
import { isColor } from './colors.ts';
import type { Group } from './list-rows.ts';
import { messages } from './messages.ts';
import { useColorNames } from './palette.ts';

/** Colours by their meaning, kinds by their name, all else by the words the core has for it. */
export function useGroupName(group: AnnotationGroup): (each: Group) => string {
  const text = useMessages(messages);
  const color = useColorNames();
  return ({ key, label }) => {
    if (group === 'color' && isColor(key)) return color(key);
    if (group === 'kind') return text.kind(key as AnnotationKind);
    return label || text.ungrouped(group);
  };
}
