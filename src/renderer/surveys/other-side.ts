// Which side of a two-language text a survey does not say itself. Pure.
import type { Side } from '#shared/values.ts';

const bare = (text: string) => text.replace(/[\s`*_>~]+/g, '');

/** The written side that does not stand in `text`; null when there is none, or both stand in it. */
export function otherSide(sides: { primary: string; secondary: string }, text: string): Side | null {
  const said = bare(text);
  const isMissing = (side: string) => side.trim() !== '' && !said.includes(bare(side));
  const hasPrimary = isMissing(sides.primary);
  const hasSecondary = isMissing(sides.secondary);
  if (hasPrimary && hasSecondary) return 'secondary';
  return hasPrimary ? 'primary' : hasSecondary ? 'secondary' : null;
}
