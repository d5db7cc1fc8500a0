// The tags room's door.
export { TagChip } from './TagChip.tsx';
export { TagChips } from './TagChips.tsx';
export { TagEditor } from './TagEditor.tsx';
export { useTags } from './use-tags.ts';
