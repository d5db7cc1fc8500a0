// The door of the findings.
export { AnnotationFindings } from './AnnotationFindings.tsx';
export { FindingPicker, type MarkToLink } from './FindingPicker.tsx';
export { FindingsPane } from './FindingsPane.tsx';
export { usePreview, type Preview } from './preview.ts';
export { STANCES } from './gaps.ts';
export { StanceBadge } from './StanceBadge.tsx';
export { StancePicker } from './StancePicker.tsx';
export { SurveyFindings } from './SurveyFindings.tsx';
export type { NewFinding } from './use-finding-actions.ts';
export { useOfferNotice } from './use-offer-notice.ts';
export { FindingsView } from './FindingsView.tsx';
export { useFindingCommands } from './use-finding-commands.ts';
export { sideOf } from './script.ts';
