// A survey's Markdown as what it says: sections, papers, findings, commentary, references. Pure: text in, facts out.
import { readFrontMatter } from './front-matter.ts';
import { lineFinder } from './lines.ts';
import { parseMarkdown } from './markdown.ts';
import { SurveyReader } from './reader.ts';
import { textOf, type DraftPart } from './sides.ts';
import { warning } from './warnings.ts';
import type { Languages, Overrides, ParsedSurvey, Part, Span } from './types.ts';

export type { Overrides } from './types.ts';

/**
 * Reads a survey. Never throws: what cannot be read gives a warning with its line. `languages` are the library's;
 * they decide by script which side a text belongs to.
 */
export function parseSurvey(
  text: string,
  languages: Languages = { primary: 'en', secondary: 'zh-Hans' },
  overrides: Overrides = new Map(),
): ParsedSurvey {
  const lineOf = lineFinder(text);
  const { block, warnings } = readFrontMatter(text);
  // Blanked rather than cut, so that every offset of the tree is one of the text.
  const markdown =
    text.slice(0, block?.end ?? 0).replace(/[^\r\n]/g, ' ') + text.slice(block?.end ?? 0).replace(/^\uFEFF/, ' ');
  const parsed = parseMarkdown(markdown);
  if ('refused' in parsed) {
    const refusal = warning(1, 'not-read', { reason: parsed.refused });
    return {
      frontMatter: block,
      title: block?.title ?? null,
      sections: [],
      papers: [],
      findings: [],
      passages: [],
      references: [],
      mentions: [],
      warnings: [...warnings, refusal],
    };
  }
  const reader = new SurveyReader({ markdown, languages }, lineOf, overrides);
  reader.read(parsed.root);
  return {
    frontMatter: block,
    title: block?.title ?? reader.sections.find((section) => section.depth === 1)?.title ?? null,
    sections: reader.sections,
    papers: reader.papers,
    findings: reader.findings.map(({ parts, ...rest }) => ({
      ...rest,
      ...spanned(parts.slice(0, 1), lineOf),
      ...bilingual(parts, lineOf),
    })),
    passages: reader.passages.map(({ paper, parts }) => ({
      paper,
      ...spanned(parts, lineOf),
      ...bilingual(parts, lineOf),
    })),
    references: reader.references,
    mentions: reader.mentions,
    warnings: [...warnings, ...reader.warnings].toSorted((a, b) => a.line - b.line),
  };
}

type LineOf = (offset: number) => number;

/** The stretch that holds all parts. */
function spanned(parts: DraftPart[], lineOf: LineOf): Span {
  const start = parts[0]?.start ?? 0;
  return { start, end: parts.at(-1)?.end ?? start, line: lineOf(start) };
}

function bilingual(parts: DraftPart[], lineOf: LineOf): { primary: string; secondary: string; parts: Part[] } {
  const placed = parts.map((part) => ({ ...part, line: lineOf(part.start) }));
  return { primary: textOf(parts, 'primary'), secondary: textOf(parts, 'secondary'), parts: placed };
}
