// What a survey's Markdown was understood to say. All offsets are UTF-16, half-open, into the text given to
// `parseSurvey`; lines are 1-based and count CR LF, LF and CR each as one end.
import type { SurveyWarning } from '#shared/surveys.ts';
import type { Side } from '#shared/values.ts';
import type { ParsedReference } from '../../references/index.ts';

/** A stretch of the text. */
export type Span = { start: number; end: number; line: number };

export type { SurveyWarning as Warning } from '#shared/surveys.ts';

/** The block before the body, as it is written, and what was read from it. Nothing in it is ever run. */
export type FrontMatter = Span & {
  format: 'yaml' | 'toml' | 'other';
  /** The whole block with its fences. */
  raw: string;
  title: string | null;
  /** Where the post is published, as its `permalink`, `slug` or `url` says. */
  permalink: string | null;
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
  /** What more an entry of a list of papers says; null for a plain paper line. */
  fields: ParsedReference | null;
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

/** A link inside prose to a paper: not what its section is about. `paper` is the one it stands under, if any. */
export type ParsedMention = Span & { title: string; url: string };

export type ParsedSurvey = {
  frontMatter: FrontMatter | null;
  /** Of the front matter, else of the first heading of depth 1. */
  title: string | null;
  sections: ParsedSection[];
  papers: PaperLine[];
  findings: ParsedFinding[];
  passages: ParsedPassage[];
  references: ReferenceEntry[];
  mentions: ParsedMention[];
  warnings: SurveyWarning[];
};

/** The library's two languages, BCP 47. */
export type Languages = { primary: string; secondary: string };

/** What the user says the blocks that begin on these lines are. */
export type Overrides = ReadonlyMap<number, 'paper' | 'finding' | 'passage' | 'none'>;
