// Suggested evidence: for a finding, the passages that quote or paraphrase it, in its paper or in the whole library.
import type { Finding, Suggestion } from '#shared/findings.ts';
import type { Services, Work } from '../../kinds.ts';
import { settled } from '../decide.ts';
import { getFinding } from '../sql.ts';
import { docOf } from './document.ts';
import { dress } from './dress.ts';
import { filesFor, readableFiles } from './files.ts';
import { distinct, overlaps, searchDoc, type Found } from './search.ts';
import { readVocabulary, statementsOf } from './statement.ts';

/** The passages of the finding's own paper, or of its survey's papers where it has none. */
export async function suggest(core: Services, findingId: string, limit: number): Promise<Suggestion[]> {
  const finding = getFinding(core.db, findingId);
  return dressed(core, await findIn(core, finding, filesFor(core.db, finding), limit), limit);
}

/** The passages of every paper of the library. */
export async function suggestInLibrary(work: Work, findingId: string, limit: number): Promise<Suggestion[]> {
  const finding = getFinding(work.db, findingId);
  return dressed(work, await findIn(work, finding, readableFiles(work.db), limit, work), limit);
}

/** The best passages of these files that are neither the finding's evidence nor turned down. */
export async function findIn(
  core: Services,
  finding: Finding,
  files: readonly { sha256: string; title: string }[],
  limit: number,
  work?: Work,
): Promise<Found[]> {
  const statements = statementsOf(finding, readVocabulary(core.db));
  if (statements.length === 0) return [];
  const known = settled(core.db, finding.id);
  let found: Found[] = [];
  for (const [index, { sha256, title }] of files.entries()) {
    work?.signal.throwIfAborted();
    work?.progress(index, files.length, title);
    const doc = await docOf(core, sha256);
    if (!doc) continue;
    const here = known.filter((one) => one.sha256 === sha256);
    const fresh = searchDoc(doc, statements, limit + here.length).filter(
      ({ ranges }) => !here.some((one) => overlaps(one.ranges, ranges)),
    );
    found = distinct([...found, ...fresh]).slice(0, limit);
  }
  return found;
}

const dressed = (core: Services, found: readonly Found[], limit: number): Suggestion[] =>
  found.flatMap((one) => dress(core, one) ?? []).slice(0, limit);
