// The door of the annotations.
export { AnnotationExtras } from './AnnotationExtras.tsx';
export { AnnotationList, type AnnotationListProps } from './AnnotationList.tsx';
export { AnnotationsView } from './AnnotationsView.tsx';
export { Earlier } from './Earlier.tsx';
export { ColorPicker, type ColorPickerProps } from './ColorPicker.tsx';
export { CommentFields } from './CommentFields.tsx';
export { colorName, COLORS, isColor, keyOfColor, KINDS } from './colors.ts';
export { KindPicker } from './KindPicker.tsx';
export { LiveQuote } from './LiveQuote.tsx';
export { useColorNames, usePalette } from './palette.ts';
export { removeAnnotation } from './remove.ts';
