// What taking a text in would do to a library as it is now: the text read, its works found, its findings and passages
// matched with those of the survey it revises. Writes nothing.
import type { Correction, RevisionOf } from '#shared/surveys.ts';
import type { Services } from '../kinds.ts';
import { listPapers } from '../papers/index.ts';
import type { Encoding } from './decode.ts';
import { corrected } from './correct.ts';
import { parseSurvey } from './parse/survey.ts';
import type { ParsedSurvey, Warning } from './parse/types.ts';
import { align, boundPapers, match, saidIn, type Bound, type Said } from './rebind.ts';
import type { Stored } from './stored.ts';
import { worksOf, type Work, type WorkFields, type Works } from './works.ts';

/** A text to be taken in: of a file, or of the editor. */
export type Taken = { text: string; bytes: Uint8Array; encoding: Encoding; fileName: string; warnings: Warning[] };

/** The survey a text revises, with what its own text said. */
export type Previous = {
  stored: Stored;
  by: RevisionOf['by'];
  conflicts: number;
  /** What the former text said of each of its papers. */
  stated: Map<string, WorkFields>;
  findings: Said[];
  passages: Said[];
};

/** What taking a text in would do. `findings` and `passages` are the former ones that those of `survey` are. */
export type Plan = {
  taken: Taken;
  title: string;
  survey: ParsedSurvey;
  works: Work[];
  linked: Works['linked'];
  proposals: Works['proposals'];
  previous: Previous | null;
  findings: (Said | null)[];
  passages: (Said | null)[];
  warnings: Warning[];
};

type Revised = { stored: Stored; by: RevisionOf['by']; conflicts: number };

/** Plans to take a text in, as a survey of its own or as the later form of one. */
export function planOf(
  core: Pick<Services, 'db' | 'library'>,
  taken: Taken,
  corrections: readonly Correction[],
  revised: Revised | null,
): Plan {
  const survey = corrected(taken.text, core.library, corrections);
  const library = listPapers(core.db);
  const bound = revised === null ? null : boundOf(core, revised.stored);
  const alignment = bound === null ? null : align(bound.text, taken.text);
  const { works, linked, proposals, warnings } = worksOf(survey, {
    library,
    corrections,
    ...(bound && alignment && { bound: boundPapers(bound, survey, taken.text, alignment) }),
  });
  const title = survey.title ?? revised?.stored.title ?? taken.fileName.replace(/\.(?:md|markdown|mdown|txt)$/i, '');
  const previous = revised && bound ? previousOf(revised, bound) : null;
  const paperOf = (index: number): string | null =>
    works.find(({ mentions }) => mentions.some((each) => each.kind === 'paper' && each.index === index))?.existing
      ?.id ?? null;
  const matched = (kind: 'findings' | 'passages'): (Said | null)[] =>
    previous && alignment
      ? match(
          previous[kind],
          survey[kind].map((item) => ({ ...item, paper: paperOf(item.paper) })),
          alignment,
        )
      : survey[kind].map(() => null);
  return {
    taken,
    title,
    survey,
    works,
    linked,
    proposals,
    previous,
    findings: matched('findings'),
    passages: matched('passages'),
    warnings: [...taken.warnings, ...survey.warnings, ...warnings].toSorted((a, b) => a.line - b.line),
  };
}

/** A survey's text as it is now, read, with its blocks. */
export function boundOf({ library }: Pick<Services, 'library'>, { composed }: Stored): Bound {
  return { text: composed.text, parsed: parseSurvey(composed.text, library), blocks: composed.blocks };
}

function previousOf(revised: Revised, bound: Bound): Previous {
  const { stored } = revised;
  const { works } = worksOf(bound.parsed, { library: [] });
  const at = new Map(bound.blocks.map((block) => [`${block.kind} ${block.start}`, block.entityId]));
  const stated = new Map<string, WorkFields>();
  for (const { mentions, fields } of works) {
    for (const { kind, index } of mentions) {
      const span = (
        kind === 'paper' ? bound.parsed.papers : kind === 'reference' ? bound.parsed.references : bound.parsed.mentions
      )[index];
      const id = at.get(`${kind} ${span?.start ?? -1}`);
      if (id && !stated.has(id)) stated.set(id, fields);
    }
  }
  const ofFinding = (id: string): string | null => stored.facts.findings.get(id)?.paperId ?? null;
  const ofPassage = (id: string): string | null => stored.facts.passages.get(id)?.paperId ?? null;
  return {
    ...revised,
    stated,
    findings: saidIn(bound, 'finding', ofFinding),
    passages: saidIn(bound, 'passage', ofPassage),
  };
}
