// What a survey's Markdown was understood to say. All offsets are UTF-16, half-open, into the text given to
// `parseSurvey`; lines are 1-based and count CR LF, LF and CR each as one end.
import type { Side } from '#shared/values.ts';
import type { ParsedReference } from '../../references/index.ts';

/** A stretch of the text. */
export type Span = { start: number; end: number; line: number };

export type Warning = { line: number; message: string };

/** The block before the body, as it is written, and what was read from it. Nothing in it is ever run. */
export type FrontMatter = Span & {
  format: 'yaml' | 'toml' | 'other';
  /** The whole block with its fences. */
  raw: string;
  title: string | null;
  /** As written, for example `2019-01-06 23:23:36`. */
  date: string | null;
  tags: string[];
};

/** A heading. `start` and `end` are the heading's own; the section goes on to the next of its depth or less. */
export type ParsedSection = Span & { title: string; depth: number; isReferences: boolean };

/** A line that names the paper a section is about. */
export type PaperLine = Span & {
  title: string | null;
  /** As written, tokens and all. */
  url: string | null;
  /** Index into `sections`; null before the first heading. */
  section: number | null;
};

/** A piece of text in one of the two languages. `text` is its Markdown without list indent or quote marks. */
export type Part = Span & { side: Side; text: string };

/** A claim: a list item under a paper. */
export type ParsedFinding = Span & {
  /** Index into `papers`. */
  paper: number;
  primary: string;
  secondary: string;
  /** One part, or two where the item stands in both languages. */
  parts: Part[];
  /** Words that lead in to it: the line above the list, or the item it is nested under. */
  context: string;
  /** 0 for an item of the outermost list. */
  depth: number;
};

/** Commentary under a paper; two parts where a translation stands next to its original. */
export type ParsedPassage = Span & { paper: number; primary: string; secondary: string; parts: Part[] };

/** An entry of the reference list. `raw` is its Markdown without the list marker. */
export type ReferenceEntry = Span & { raw: string; fields: ParsedReference };

export type ParsedSurvey = {
  frontMatter: FrontMatter | null;
  /** Of the front matter, else of the first heading of depth 1. */
  title: string | null;
  sections: ParsedSection[];
  papers: PaperLine[];
  findings: ParsedFinding[];
  passages: ParsedPassage[];
  references: ReferenceEntry[];
  warnings: Warning[];
};

/** The library's two languages, BCP 47. */
export type Languages = { primary: string; secondary: string };
