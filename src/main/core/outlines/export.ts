// An outline as Markdown: headings, findings, and under each its evidence, quoted and cited.
import { type Outline, type OutlineItem, STANCE_WORDS } from '#shared/outlines.ts';
import { getFinding } from '../findings/index.ts';
import { fileNameOf } from '../file-name.ts';
import type { Reader, Services } from '../kinds.ts';
import { getPaper } from '../papers/index.ts';

type Side = 'primary' | 'secondary' | 'both';

/** Writes an outline in one language or both. */
export function exportOutline(
  db: Reader,
  languages: Pick<Services['library'], 'primary' | 'secondary'>,
  outline: Outline,
  side: Side,
): { fileName: string; type: string; text: string } {
  const below = Map.groupBy(outline.items, (item) => item.parentId);
  const cited = new Set<string>();
  const lines: string[] = [];
  const title = pick({ primary: outline.title, secondary: outline.titleSecondary }, side).join(' / ');
  if (title) lines.push(`# ${oneLine(title)}`, '');
  const walk = (items: readonly OutlineItem[], depth: number): void => {
    for (const item of items) {
      const children = below.get(item.id) ?? [];
      if (item.findingId === null) {
        const words = pick(item, side);
        if (children.length > 0) lines.push(`${'#'.repeat(Math.min(depth, 6))} ${oneLine(words.join(' / '))}`, '');
        else for (const text of words) lines.push(text, '');
      } else writeFinding(item.findingId);
      walk(children, depth + 1);
    }
  };
  const writeFinding = (id: string): void => {
    const finding = getFinding(db, id);
    for (const text of pick(finding, side)) lines.push(text.trim(), '');
    const words = STANCE_WORDS[languageOf(languages, side)];
    for (const evidence of finding.evidence) {
      const paper = evidence.paperId ? getPaper(db, evidence.paperId) : undefined;
      if (paper) cited.add(paper.id);
      const cite = paper ? `[@${paper.citekey}, p. ${evidence.pageLabel}]` : `p. ${evidence.pageLabel}`;
      lines.push(`> ${oneLine(evidence.quote)} ${cite}`);
      const said = [words[evidence.stance], oneLine(evidence.comment)].filter(Boolean).join(': ');
      lines.push('>', `> — ${said}`, '');
    }
  };
  walk(below.get(null) ?? [], 2);
  if (cited.size > 0) {
    lines.push(`## ${STANCE_WORDS[languageOf(languages, side)].references}`, '');
    for (const id of cited) {
      const { citekey, title: name, year, authors } = getPaper(db, id);
      const who = authors.map((author) => ('literal' in author ? author.literal : author.family)).join(', ');
      lines.push(`- \\[@${citekey}\\] ${[who, year ? `(${year})` : '', name].filter(Boolean).join(' ')}`);
    }
    lines.push('');
  }
  const text = `${lines.join('\n').trimEnd()}\n`;
  return { fileName: `${fileNameOf(title || 'outline')}.md`, type: 'text/markdown; charset=utf-8', text };
}

/** The words asked for; the other language's where that side is empty. */
function pick(sides: { primary: string; secondary: string }, side: Side): string[] {
  const both = [sides.primary, sides.secondary].filter((text) => text.trim() !== '');
  if (side === 'both') return [...new Set(both)];
  return [sides[side].trim() ? sides[side] : (both[0] ?? '')].filter((text) => text !== '');
}

const languageOf = (languages: { primary: string; secondary: string }, side: Side): 'en' | 'zh' =>
  (side === 'secondary' ? languages.secondary : languages.primary).startsWith('zh') ? 'zh' : 'en';

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
