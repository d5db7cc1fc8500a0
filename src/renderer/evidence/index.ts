// Door of the evidence of one finding, side by side. The view paints pages, so it comes with pdf.js when it is first shown.
import { lazy } from 'react';

export { useEvidenceCommand } from './use-evidence-command.ts';

/** The view of a finding's evidence. */
export const EvidenceView = lazy(() => import('./EvidenceView.tsx').then((room) => ({ default: room.EvidenceView })));
