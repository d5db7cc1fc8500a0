// `glossa:` links from outside: they carry one id, and nothing else of them is used.
import type { Place } from '#shared/values.ts';

const KINDS = { paper: 'paperId', survey: 'surveyId', finding: 'findingId', annotation: 'annotationId' } as const;
const LINK = /^glossa:\/\/(paper|survey|finding|annotation)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;

/** Where `glossa://paper/<id>` leads (also survey, finding, annotation); null for anything else. */
export function placeOf(address: unknown): Place | null {
  const found = typeof address === 'string' && address.length < 100 ? LINK.exec(address) : null;
  if (!found) return null;
  return { [KINDS[found[1]!.toLowerCase() as keyof typeof KINDS]]: found[2]!.toLowerCase() };
}

/** The links among a command line's words. */
export const placesAmong = (words: readonly unknown[]): Place[] => words.flatMap((word) => placeOf(word) ?? []);
