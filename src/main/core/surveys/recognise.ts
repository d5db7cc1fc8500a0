// Whether a file is a later form of a survey the library has: by its linked file, its permalink, its title, its name,
// or by saying much the same; and what comes of both where the survey was edited meanwhile.
import type { RevisionOf } from '#shared/surveys.ts';
import type { Reader } from '../kinds.ts';
import { titleKey } from '../references/index.ts';
import { decode } from './decode.ts';
import { spliceBytes } from './encode.ts';
import { readFrontMatter } from './parse/front-matter.ts';
import { warning } from './parse/warnings.ts';
import type { Taken } from './plan.ts';
import { latestOrigin, listSurveys, surveyOfPath } from './sql.ts';
import { readStored, sourceBytes, type Stored } from './stored.ts';
import { editsTo, linesOfText } from './text-diff.ts';
import { merged, threeWay } from './three-way.ts';

/** The survey that a file revises, and what gave it away. */
export function findRevised(
  db: Reader,
  taken: Taken,
  path: string | null,
): { stored: Stored; by: RevisionOf['by'] } | null {
  const linked = path === null ? undefined : surveyOfPath(db, path);
  const stored = linked === undefined ? undefined : readStored(db, linked);
  if (stored) return { stored, by: 'file' };
  const lines = longLines(taken.text);
  const own = readFrontMatter(taken.text).block;
  const found = listSurveys(db).flatMap(({ id, fileName }) => {
    const other = readStored(db, id);
    if (!other) return [];
    const theirs = longLines(other.composed.text);
    const common = [...lines].filter((line) => theirs.has(line)).length;
    const share = common / Math.max(1, Math.min(lines.size, theirs.size));
    const front = readFrontMatter(other.composed.text).block;
    const both = (key: 'permalink' | 'title'): boolean =>
      own?.[key] != null && front?.[key] != null && titleKey(own[key]) === titleKey(front[key]);
    const apart = own?.permalink != null && front?.permalink != null && !both('permalink');
    const by: RevisionOf['by'] | null =
      both('permalink') && common > 0
        ? 'permalink'
        : apart
          ? null
          : both('title') && common > 0
            ? 'title'
            : fileName === taken.fileName && share >= 0.3 && common > 1
              ? 'name'
              : share >= 0.6 && common > 2
                ? 'text'
                : null;
    return by === null ? [] : [{ stored: other, by, share }];
  });
  return found.toSorted((a, b) => b.share - a.share)[0] ?? null;
}

/** Lines that say enough to be told from others. */
const longLines = (text: string): Set<string> =>
  new Set(
    linesOfText(text)
      .lines.map((line) => line.trim())
      .filter((line) => line.length >= 24 || (line.match(/\p{Script=Han}/gu)?.length ?? 0) >= 10),
  );

/**
 * A later revision as it is to be taken in: the file itself, or, where the survey was edited since it was last read
 * from a file, both together. Where both changed one place, what stands here stays, with a warning.
 */
export function brought(
  db: Reader,
  stored: Stored,
  taken: Taken,
  from?: Uint8Array,
): { taken: Taken; conflicts: number } {
  const bytes = from ?? sourceBytes(db, latestOrigin(db, stored.id) ?? stored.sha256);
  const base = bytes === undefined ? stored.text : decode(bytes).text;
  const mine = stored.composed.text;
  if (mine === base) return { taken, conflicts: 0 };
  const chunks = threeWay(base, mine, taken.text);
  const { text, lines } = merged(chunks);
  const edits = editsTo(taken.text, text);
  return {
    taken: {
      ...taken,
      text: edits.length === 0 ? taken.text : text,
      bytes: edits.length === 0 ? taken.bytes : spliceBytes(taken, edits),
      warnings: [...taken.warnings, ...lines.map((line) => warning(line, 'revision-conflict'))],
    },
    conflicts: lines.length,
  };
}
