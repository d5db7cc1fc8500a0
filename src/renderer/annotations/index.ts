// The door of the annotations.
export { AnnotationCard, type AnnotationCardProps } from './AnnotationCard.tsx';
export { AnnotationList } from './AnnotationList.tsx';
export { ColorPicker, type ColorPickerProps } from './ColorPicker.tsx';
export { CommentFields } from './CommentFields.tsx';
export { colorName, COLORS, isColor, keyOfColor, KINDS } from './colors.ts';
export { KindPicker } from './KindPicker.tsx';
export { removeAnnotation } from './remove.ts';
