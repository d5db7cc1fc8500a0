// What a survey still lacks, found in its text as it is now and in what the library knows of its parts.
import { staleSide } from '#shared/bilingual.ts';
import type { Finding } from '#shared/findings.ts';
import type { Paper } from '#shared/papers.ts';
import type { LintLine, LintRule } from '#shared/surveys.ts';
import { cachedPages } from '../files/index.ts';
import { listFindings } from '../findings/index.ts';
import type { Services } from '../kinds.ts';
import { listNotes } from '../notes/index.ts';
import { findPaper } from '../papers/index.ts';
import type { BoundBlock } from './compose.ts';
import { requireStored } from './import.ts';
import { numbersOf } from './lint-numbers.ts';
import { parseSurvey } from './parse/survey.ts';

type Params = LintLine['params'];
type About = Omit<LintLine, 'rule' | 'line' | 'message' | 'params'>;

const WORDS: Record<LintRule, (params: Params) => string> = {
  'paper-without-pdf': ({ title }) => `“${title}” has no PDF.`,
  'paper-unread': ({ title }) => `“${title}” has a PDF, but nothing in it was marked, noted or linked yet.`,
  'cited-not-discussed': ({ title }) => `“${title}” is in the reference list, but the text does not speak of it.`,
  'discussed-not-cited': ({ title }) => `The text speaks of “${title}”, but the reference list does not have it.`,
  'finding-without-evidence': ({ text }) => `No evidence: “${text}”.`,
  'evidence-quote-changed': ({ quote }) => `The page no longer says “${quote}”.`,
  'evidence-file-missing': ({ quote }) => `The file with “${quote}” is no longer at hand.`,
  'side-missing': ({ text, side }) => `Only in one language (${side} is missing): “${text}”.`,
  'side-stale': ({ text, side }) => `The ${side} side is older than the other: “${text}”.`,
  'reference-dead': ({ text }) => `This reference leads to no paper: “${text}”.`,
  'reference-duplicate': ({ title, other }) => `“${title}” is in the list already, on line ${other}.`,
  'number-without-reference': ({ number, count }) => `[${number}] is cited, but the list has ${count} entries.`,
  'reference-never-numbered': ({ number, title }) => `Number ${number} of the list, “${title}”, is never cited.`,
  'finding-not-in-text': ({ text }) => `Not in the survey’s text yet: “${text}”.`,
};

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
};

/** The gaps of a survey in the order of its text. `not_found` for an unknown one. */
export function lintSurvey(core: Services, id: string): LintLine[] {
  const stored = requireStored(core, id);
  const { text, blocks } = stored.composed;
  const survey = parseSurvey(text, core.library);
  const found: LintLine[] = [];
  const add = (rule: LintRule, line: number, params: Params, about: About = {}): void =>
    void found.push({ rule, line, params, message: WORDS[rule](params), ...about });
  const papers = new Map<string, Paper | null>();
  const paperOf = (paperId: string): Paper | null => {
    if (!papers.has(paperId)) {
      const paper = findPaper(core.db, paperId);
      papers.set(paperId, paper && paper.deletedAt === null ? paper : null);
    }
    return papers.get(paperId) ?? null;
  };
  const naming = (...kinds: BoundBlock['kind'][]): Map<string, BoundBlock> => {
    const first = new Map<string, BoundBlock>();
    for (const block of blocks)
      if (kinds.includes(block.kind) && block.entityId !== null && !first.has(block.entityId))
        first.set(block.entityId, block);
    return first;
  };
  const [discussed, cited, mentioned, named] = [
    naming('paper'),
    naming('reference'),
    naming('mention'),
    naming('paper', 'reference', 'mention'),
  ];
  const hasList = survey.references.length > 0;
  const numbers = numbersOf(text, survey);
  // A text that cites by number speaks of what it cites.
  const numbered = new Set(
    blocks.flatMap(({ kind, start, entityId }) =>
      kind === 'reference' && numbers.cited.has(start) ? (entityId ?? []) : [],
    ),
  );
  const findings = listFindings(core.db, { surveyId: id });
  const notes = listNotes(core.db, id);
  // Before there is a mark or a note, the reader may have said so.
  const active = (paper: Paper): boolean =>
    paper.status !== 'unread' ||
    paper.annotations > 0 ||
    findings.some((finding) => finding.evidence.some((each) => each.paperId === paper.id)) ||
    notes.some((note) => note.paperId === paper.id && note.passages.some((passage) => passage.surveyId === null));
  for (const [paperId, { line, id: blockId }] of named) {
    const paper = paperOf(paperId);
    if (paper === null) continue;
    const { title } = paper;
    const about = { paperId, blockId };
    if (paper.files.length === 0) add('paper-without-pdf', line, { title }, about);
    else if (!active(paper)) add('paper-unread', line, { title }, about);
    if (hasList && !discussed.has(paperId) && !mentioned.has(paperId) && !numbered.has(paperId))
      add('cited-not-discussed', line, { title }, about);
    if (hasList && !cited.has(paperId)) add('discussed-not-cited', line, { title }, about);
  }
  // A link inside prose whose work the list does not have.
  if (hasList)
    for (const block of blocks.filter(({ kind, entityId }) => kind === 'mention' && entityId === null)) {
      const link = survey.mentions.find(({ start }) => start === block.start);
      if (link) add('discussed-not-cited', block.line, { title: link.title }, { blockId: block.id });
    }
  const lineOf = new Map(
    blocks.flatMap(({ entityId, line }) => (entityId === null ? [] : [[entityId, line] as const])).toReversed(),
  );
  for (const finding of findings) lintFinding(core, finding, lineOf.get(finding.id), id, named, add);
  for (const { paperId, passages } of notes)
    for (const passage of passages) {
      const line = lineOf.get(passage.id);
      if (line !== undefined) sides(passage, line, { passageId: passage.id, ...(paperId ? { paperId } : {}) }, add);
    }
  const seen = new Map<string, number>();
  for (const block of blocks.filter(({ kind }) => kind === 'reference')) {
    const paper = block.entityId === null ? null : paperOf(block.entityId);
    const words = short(text.slice(block.start, block.end));
    if (paper === null) add('reference-dead', block.line, { text: words }, { blockId: block.id });
    else {
      const other = seen.get(paper.id);
      if (other === undefined) seen.set(paper.id, block.line);
      else
        add('reference-duplicate', block.line, { title: paper.title, other }, { blockId: block.id, paperId: paper.id });
    }
  }
  for (const gap of numbers.gaps) add(gap.rule, gap.line, gap.params);
  return found.toSorted((a, b) => a.line - b.line);
}

type Add = (rule: LintRule, line: number, params: Params, about?: About) => void;

function lintFinding(
  core: Services,
  finding: Finding,
  line: number | undefined,
  surveyId: string,
  named: ReadonlyMap<string, BoundBlock>,
  add: Add,
): void {
  const text = short(finding.primary || finding.secondary);
  const about = { findingId: finding.id, ...(finding.paperId ? { paperId: finding.paperId } : {}) };
  const at = line ?? named.get(finding.paperId ?? '')?.line ?? 1;
  if (line === undefined) {
    const isPlaced = named.get(finding.paperId ?? '')?.kind === 'paper' ? 1 : 0;
    add('finding-not-in-text', at, { text, place: isPlaced }, about);
    if (finding.surveyId !== surveyId) return;
  }
  if (finding.evidence.length === 0) add('finding-without-evidence', at, { text }, about);
  for (const { sha256, page, quote, annotationId } of finding.evidence) {
    const quoted = { quote: short(quote) };
    if (core.store.has(sha256) === false) add('evidence-file-missing', at, quoted, { ...about, annotationId });
    else {
      const said = cachedPages(core, sha256).page(page)?.text;
      const bare = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '');
      // A quote may run on to the next page: its beginning must stand on this one.
      if (said !== undefined && quote !== '' && !bare(said).includes(bare(quote).slice(0, 40)))
        add('evidence-quote-changed', at, quoted, { ...about, annotationId });
    }
  }
  sides(finding, at, about, add);
}

/** One side unwritten, or older than the other. */
function sides(words: Parameters<typeof staleSide>[0], line: number, about: About, add: Add): void {
  const text = short(words.primary || words.secondary);
  const missing = words.primary.trim() === '' ? 'primary' : words.secondary.trim() === '' ? 'secondary' : null;
  const stale = staleSide(words);
  if (missing) add('side-missing', line, { text, side: missing }, about);
  else if (stale) add('side-stale', line, { text, side: stale }, about);
}
