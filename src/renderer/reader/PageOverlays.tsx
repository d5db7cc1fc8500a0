// The overlays of the pages in view.
import { PageOverlay } from './overlay/PageOverlay.tsx';
import type { Mark } from './overlay/mark-index.ts';
import { type Session, useEngineState } from './session.ts';
import type { Marks } from './use-marks.ts';

const NO_MARKS: readonly Mark[] = [];

/** One for each page the engine shows. */
export function PageOverlays({ session, marks }: { session: Session; marks: Marks }) {
  const { shown, labels } = useEngineState(session.engine);
  return shown.map((page) => (
    <PageOverlay
      key={page.number}
      session={session}
      shown={page}
      label={labels?.[page.number - 1] ?? null}
      marks={marks.index.get(page.number) ?? NO_MARKS}
      active={marks.lit}
    />
  ));
}
