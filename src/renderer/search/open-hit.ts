// Where a hit leads: a page with its words drawn, a mark, a passage, a finding, a survey, a paper.
import type { Hit } from '#shared/search.ts';
import { goToPlace, type Route } from '../ui/navigation.tsx';
import { go } from '../ui/navigation.tsx';

/** The route of a hit that can be said without asking; null for one that has to be looked up. */
export function routeOfHit({ kind, paperId, sha256, page, ranges, place }: Hit): Route | null {
  if (kind === 'page' && paperId !== null && sha256 !== null && page !== null)
    return { view: 'reader', paperId, sha256, page, hit: ranges.map(([start, end]) => `${start}-${end}`).join('_') };
  if (kind === 'paper' && paperId !== null) return { view: 'library', paperId };
  if (kind === 'survey' && place.surveyId) return { view: 'survey', surveyId: place.surveyId };
  return null;
}

/** Opens a hit. */
export async function openHit(hit: Hit): Promise<void> {
  const route = routeOfHit(hit);
  if (route) go(route);
  else await goToPlace(hit.place);
}
