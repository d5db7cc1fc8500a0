// The walk over a survey's blocks: keeps track of the section, of the paper it is about, and of the reference list,
// and hands each block to the file that understands it.
import type { Blockquote, Code, FootnoteDefinition, Heading, List, Paragraph, Root, RootContent } from 'mdast';
import { cleanTitle, identifiersOf, parseReference, readInline, titleKey } from '../../references/index.ts';
import { findingsOf, joinTranslatedList, type DraftFinding, type ListMark } from './findings.ts';
import { lastSentence, leadsIn } from './lead-in.ts';
import { hasBlankLine } from './lines.ts';
import { all, isProse, placeOf, wordsOf } from './markdown.ts';
import { isScholarly, paperEntries } from './paper-list.ts';
import { linesOf, paperLinesIn, paperOfHeading, paperOfText, type FoundPaper } from './paper-lines.ts';
import { gatherPassages, type DraftPassage } from './passages.ts';
import { entriesOf, namesReferences } from './references-list.ts';
import type { Source } from './sides.ts';
import type { Overrides, PaperLine, ParsedMention, ParsedSection, ReferenceEntry, Warning } from './types.ts';
import { warning } from './warnings.ts';

/** Papers named together at one depth; text below belongs to the first of them until the next line or section. */
type Scope = { depth: number; papers: number[]; hasContent: boolean };

/** Walks the blocks of a document once, in order; what it found stands in its fields. */
export class SurveyReader {
  readonly sections: ParsedSection[] = [];
  readonly papers: PaperLine[] = [];
  readonly findings: DraftFinding[] = [];
  readonly references: ReferenceEntry[] = [];
  readonly mentions: ParsedMention[] = [];
  readonly warnings: Warning[] = [];
  passages: DraftPassage[] = [];

  private readonly source: Source;
  private readonly lineOf: (offset: number) => number;
  private readonly gather: ReturnType<typeof gatherPassages>;
  private scopes: Scope[] = [];
  /** Depth of the reference section we are in, or null. */
  private referencesDepth: number | null = null;
  private lastList: ListMark | null = null;
  /** The lead-in read last, and the offset of the list it leads in to. */
  private lead: { before: number; text: string } | null = null;

  private readonly overrides: Overrides;

  constructor(source: Source, lineOf: (offset: number) => number, overrides: Overrides) {
    this.source = source;
    this.lineOf = lineOf;
    this.overrides = overrides;
    this.gather = gatherPassages(source);
  }

  read(root: Root): void {
    this.blocks(root.children, 0);
    this.passages = this.gather.finish();
  }

  private blocks(nodes: RootContent[], quoteDepth: number): void {
    for (const [i, node] of nodes.entries()) {
      if (this.referencesDepth !== null && node.type !== 'heading') this.reference(node);
      else this.block(node, nodes[i + 1], quoteDepth);
    }
  }

  private block(node: RootContent, next: RootContent | undefined, quoteDepth: number): void {
    switch (node.type) {
      case 'heading':
        this.heading(node, quoteDepth);
        break;
      case 'paragraph':
        this.paragraph(node, next, quoteDepth);
        break;
      case 'blockquote':
        this.blockquote(node, quoteDepth);
        break;
      case 'list':
        this.list(node, quoteDepth);
        break;
      case 'math':
        this.gather.formula(node);
        break;
      case 'footnoteDefinition':
        // Some keep their references as footnotes, with no heading over them.
        if (isReference(this.source.markdown, node)) this.reference(node);
        else this.gather.interrupt();
        break;
      case 'table':
        this.links(node);
        this.gather.interrupt();
        break;
      case 'html':
        // A comment such as `<!-- more -->` parts nothing.
        if (!/^<!--[\s\S]*-->\s*$/.test(node.value)) this.gather.interrupt();
        break;
      case 'code':
        this.code(node);
        break;
      default:
        this.gather.interrupt();
    }
  }

  private heading(node: Heading, quoteDepth: number): void {
    this.gather.interrupt();
    this.lastList = null;
    const place = placeOf(node);
    if (place === null || quoteDepth > 0) return;
    const title = wordsOf(node).replace(/\s+/g, ' ').trim();
    this.scopes = this.scopes.filter((scope) => scope.depth < node.depth);
    if (this.referencesDepth !== null && node.depth <= this.referencesDepth) this.referencesDepth = null;
    const isReferences = namesReferences(title);
    if (isReferences) this.referencesDepth ??= node.depth;
    this.sections.push({ ...place, line: this.lineOf(place.start), title, depth: node.depth, isReferences });
    const paper = this.referencesDepth === null ? paperOfHeading(node) : null;
    if (paper !== null) this.paper(paper);
  }

  private paragraph(node: Paragraph, next: RootContent | undefined, quoteDepth: number): void {
    const { markdown } = this.source;
    const place = placeOf(node);
    if (place === null) return;
    const found = this.named(node, quoteDepth > 0);
    if (node.children.length === 1 && node.children[0]?.type === 'strong' && namesReferences(wordsOf(node))) {
      this.gather.interrupt();
      this.referencesDepth = 6;
      return;
    }
    let start = place.start;
    if (found.length > 0) {
      this.gather.interrupt();
      for (const paper of found) this.paper(paper);
      const rest = linesOf(markdown, place).find(
        (line) => line.start > (found.at(-1)?.end ?? 0) && isComment(markdown.slice(line.start, line.end)),
      );
      if (rest === undefined) return;
      start = rest.start;
    }
    this.links(node, found);
    const scope = this.scopes.at(-1);
    if (scope === undefined) return;
    if (!isProse(node)) {
      if (!/^\s*(?:\$[^$]*\$\s*)+$/.test(markdown.slice(place.start, place.end))) this.gather.interrupt();
      else this.gather.formula(node);
      return;
    }
    const nextStart = next === undefined ? null : (placeOf(next)?.start ?? null);
    const blank = nextStart === null || hasBlankLine(markdown.slice(place.end, nextStart));
    const isLead = next?.type === 'list' && leadsIn(markdown.slice(start, place.end), blank);
    const cut = isLead ? Math.max(start, lastSentence(node, markdown)) : place.end;
    const end = start + markdown.slice(start, cut).trimEnd().length;
    if (end > start && /\p{L}/u.test(markdown.slice(start, end))) {
      this.content(scope, start);
      this.gather.prose(scope.papers[0] ?? 0, start, end, quoteDepth);
      if (!isLead) this.lastList = null;
    }
    this.lead = isLead
      ? { before: nextStart ?? 0, text: markdown.slice(cut, place.end).replace(/\s+/g, ' ').trim() }
      : null;
  }

  /** Links to papers that stand in a text of its own. */
  private links(node: RootContent, named: readonly FoundPaper[] = []): void {
    for (const link of all(node, 'link')) {
      const place = placeOf(link);
      if (place === null || !isScholarly(link.url)) continue;
      if (named.some(({ start, end }) => place.start >= start && place.end <= end)) continue;
      this.mention(place, wordsOf(link), link.url);
    }
    const place = placeOf(node);
    if (place === null) return;
    const anchors = this.source.markdown
      .slice(place.start, place.end)
      .matchAll(/<a\s[^<>]{0,300}?href\s*=\s*["'](https?:[^"'<>\s]+)["'][^<>]*>([^<]{0,300})<\/a>/gi);
    for (const { 0: tag, 1: url = '', 2: words = '', index } of anchors) {
      const start = place.start + index;
      if (isScholarly(url)) this.mention({ start, end: start + tag.length }, words, url);
    }
  }

  private mention(place: { start: number; end: number }, words: string, url: string): void {
    if (this.mentions.some(({ start }) => start === place.start)) return;
    const title = cleanTitle(words.replace(/\s+/g, ' ')) || url;
    this.mentions.push({ ...place, line: this.lineOf(place.start), title, url });
  }

  /** The papers a paragraph names as what follows is about; the user may say that it does, or does not. */
  private named(node: RootContent, inQuote: boolean): FoundPaper[] {
    const place = placeOf(node);
    const set = place === null ? undefined : this.overrides.get(this.lineOf(place.start));
    if (set === undefined) return paperLinesIn(node, this.source.markdown, inQuote);
    if (set !== 'paper' || place === null) return [];
    const found = paperLinesIn(node, this.source.markdown, inQuote);
    return found.length > 0 ? found : [paperOfText(node, place)];
  }

  private blockquote(node: Blockquote, quoteDepth: number): void {
    const names = node.children.some((child) => this.named(child, true).length > 0);
    if (!names && this.gather.quote(node)) return;
    this.blocks(node.children, quoteDepth + 1);
  }

  private list(node: List, quoteDepth: number): void {
    const { markdown } = this.source;
    this.gather.interrupt();
    const place = placeOf(node);
    if (place === null) return;
    const named = node.children.map((item) => item.children.flatMap((child) => this.named(child, quoteDepth > 0)));
    if (named.some((papers) => papers.length > 0)) {
      this.paperList(node, named, quoteDepth);
      return;
    }
    const entries = paperEntries(node, markdown);
    if (entries.some((entry) => entry !== null)) {
      this.entryList(node, entries, quoteDepth);
      return;
    }
    const scope = this.scopes.at(-1);
    if (scope === undefined) {
      this.links(node);
      return;
    }
    const context = this.lead?.before === place.start ? this.lead.text : '';
    this.links(node);
    const found = findingsOf(this.source, node, scope.papers[0] ?? 0, context, quoteDepth);
    if (found.length === 0) return;
    this.content(scope, place.start);
    const before = this.lastList;
    if (before !== null && joinTranslatedList(this.findings, before, found, markdown.slice(before.end, place.start))) {
      this.lastList = null;
      return;
    }
    this.lastList = { first: this.findings.length, count: found.length, paper: scope.papers[0] ?? 0, end: place.end };
    this.findings.push(...found);
  }

  /** "- Paper: …" with its fields as items: each such item is a paper line, the lists below it its findings. */
  private paperList(node: List, named: FoundPaper[][], quoteDepth: number): void {
    for (const [i, item] of node.children.entries()) {
      for (const paper of named[i] ?? []) this.paper(paper);
      const scope = this.scopes.at(-1);
      if (scope === undefined) continue;
      const [first] = item.children;
      const isField = (named[i] ?? []).length > 0 || (first?.type === 'paragraph' && !isComment(wordsOf(first)));
      const lists = isField ? item.children.filter((child) => child.type === 'list') : [{ ...node, children: [item] }];
      for (const list of lists) {
        const found = findingsOf(this.source, list, scope.papers[0] ?? 0, '', quoteDepth);
        if (found.length > 0) this.content(scope, placeOf(item)?.start ?? 0);
        this.findings.push(...found);
      }
    }
  }

  /** A list of papers, each item one, as reading lists have them: what is nested below an item is about its paper. */
  private entryList(node: List, entries: readonly (FoundPaper | null)[], quoteDepth: number): void {
    const outer = this.scopes;
    for (const [i, item] of node.children.entries()) {
      const entry = entries[i];
      if (!entry) {
        this.links(item);
        continue;
      }
      this.scopes = [];
      this.paper(entry);
      const scope = this.scopes.at(-1);
      for (const list of item.children) {
        if (list.type !== 'list' || scope === undefined) continue;
        const nested = paperEntries(list, this.source.markdown);
        if (nested.some((each) => each !== null)) {
          this.entryList(list, nested, quoteDepth);
          continue;
        }
        this.links(list);
        this.findings.push(...findingsOf(this.source, list, scope.papers[0] ?? 0, '', quoteDepth));
      }
    }
    this.scopes = outer;
  }

  private paper(found: FoundPaper): void {
    const depth = this.sections.at(-1)?.depth ?? 0;
    const line = this.lineOf(found.start);
    const index = this.papers.length;
    this.papers.push({
      fields: null,
      ...found,
      line,
      section: this.sections.length === 0 ? null : this.sections.length - 1,
    });
    this.lastList = null;
    if (found.url === null) this.warnings.push(warning(line, 'paper-without-link', { title: found.title ?? '' }));
    else if (found.title === null) this.warnings.push(warning(line, 'paper-without-title'));
    const open = this.scopes.at(-1);
    if (open?.depth === depth && !open.hasContent) open.papers.push(index);
    else
      this.scopes = [
        ...this.scopes.filter((scope) => scope.depth < depth),
        { depth, papers: [index], hasContent: false },
      ];
  }

  /** Notes that text stands under a paper; says once where it could belong to several. */
  private content(scope: Scope, start: number): void {
    const works = new Set(scope.papers.map((index) => this.workKey(index)));
    if (!scope.hasContent && works.size > 1) {
      const first = this.papers[scope.papers[0] ?? 0];
      const title = first?.title ?? first?.url ?? '';
      this.warnings.push(warning(this.lineOf(start), 'papers-together', { count: works.size, title }));
    }
    scope.hasContent = true;
  }

  /** A heading and the line below it may name one work twice. */
  private workKey(index: number): string {
    const { title = null, url = null } = this.papers[index] ?? {};
    const { doi, arxivId } = identifiersOf(url ?? '');
    return arxivId ?? doi ?? (title === null ? (url ?? '') : titleKey(title));
  }

  private code(node: Code): void {
    this.gather.interrupt();
    const place = placeOf(node);
    if (place === null) return;
    const slice = this.source.markdown.slice(place.start, place.end);
    const fence = /^(`{3,}|~{3,})/.exec(slice)?.[1];
    if (fence === undefined || place.end < this.source.markdown.trimEnd().length) return;
    const last =
      slice
        .split(/\r\n|\n|\r/)
        .slice(1)
        .at(-1)
        ?.trim() ?? '';
    if (!last.startsWith(fence)) this.warnings.push(warning(this.lineOf(place.start), 'open-fence'));
  }

  private reference(node: RootContent): void {
    const { markdown } = this.source;
    for (const { start, end } of entriesOf(node, markdown)) {
      const raw = markdown.slice(start, end);
      const fields = parseReference(raw);
      const line = this.lineOf(start);
      this.references.push({ start, end, line, raw, fields });
      if (fields.title === null)
        this.warnings.push(warning(line, 'reference-without-title', { link: fields.url === null ? 0 : 1 }));
    }
  }
}

/** A footnote that names a work rather than adds a remark. */
function isReference(markdown: string, node: FootnoteDefinition): boolean {
  const place = placeOf(node);
  if (place === null) return false;
  const { title, authors, year, doi, arxivId, url } = parseReference(
    markdown.slice(place.start, place.end).replace(/^\[\^[^\]]*\]:\s*/, ''),
  );
  const named = doi !== null || arxivId !== null || (url !== null && isScholarly(url));
  return title !== null && (authors.length > 0 ? year !== null || named : named);
}

/** A line below a paper line that is a remark, and not another field such as "Code: …" or "Authors: …". */
function isComment(line: string): boolean {
  const { plain } = readInline(line.replace(/^[\s>*-]+/, ''));
  if (/^[\p{L} ]{1,16}\s*[:：]/u.test(plain)) return false;
  return isProseText(cleanTitle(plain));
}

const isProseText = (text: string): boolean =>
  text.split(/\s+/).length >= 4 || (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 6;
