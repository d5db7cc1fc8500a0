// CodeMirror for Markdown: loaded when a text is first edited. Headings, emphasis, links and code are told apart by
// weight and tone; all colours are the window's own tokens.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxTree } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const CLASSES: [node: RegExp, name: string][] = [
  [/^(?:ATX|Setext)Heading[1-6]$/, 'md-heading'],
  [/^StrongEmphasis$/, 'md-strong'],
  [/^Emphasis$/, 'md-emphasis'],
  [/^(?:InlineCode|FencedCode|CodeBlock)$/, 'md-code'],
  [/^(?:URL|LinkTitle)$/, 'md-address'],
  [/^(?:HeaderMark|EmphasisMark|LinkMark|CodeMark|QuoteMark|ListMark|TableDelimiter)$/, 'md-mark'],
  [/^(?:HTMLBlock|HTMLTag|Comment)$/, 'md-html'],
];

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const found: { from: number; to: number; name: string }[] = [];
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const name = CLASSES.find(([pattern]) => pattern.test(node.name))?.[1];
        if (name && node.to > node.from) found.push({ from: node.from, to: node.to, name });
      },
    });
  }
  for (const { from, to, name } of found.toSorted((a, b) => a.from - b.from || b.to - a.to))
    builder.add(from, to, Decoration.mark({ class: name }));
  return builder.finish();
}

const syntax = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state))
        this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13.5px', backgroundColor: 'var(--surface)', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '16px 16px 40vh', caretColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--text-3)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--accent-soft) !important' },
  '.cm-searchMatch': { backgroundColor: 'var(--warning-soft)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--warning)' },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--text)', borderColor: 'var(--line)' },
  '.cm-panels input, .cm-panels button': { color: 'var(--text)' },
  '.md-heading': { fontWeight: '700' },
  '.md-strong': { fontWeight: '700' },
  '.md-emphasis': { fontStyle: 'italic' },
  '.md-code, .md-html': { color: 'var(--text-2)' },
  '.md-address': { color: 'var(--text-3)' },
  '.md-mark': { color: 'var(--accent)' },
});

export type EditorOptions = {
  parent: HTMLElement;
  text: string;
  /** Spoken name of the field. */
  label: string;
  /** Of the page's policy: CodeMirror adds a style element. */
  nonce: string;
  onChange: (text: string) => void;
  onScroll: (share: number) => void;
};

/** What the window does with an open editor. */
export type Editor = {
  text(): string;
  setText(text: string): void;
  /** Puts the cursor at the start of a line (1-based) and shows it. */
  goToLine(line: number): void;
  isComposing(): boolean;
  focus(): void;
  destroy(): void;
};

/** Opens an editor in an element. */
export function openEditor({ parent, text, label, nonce, onChange, onScroll }: EditorOptions): Editor {
  const extensions: Extension[] = [
    EditorView.cspNonce.of(nonce),
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    markdown({ base: markdownLanguage, addKeymap: true }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true' }),
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
    syntax,
    look,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    EditorView.domEventHandlers({
      scroll: (_event, view) => {
        const { scrollTop, scrollHeight, clientHeight } = view.scrollDOM;
        onScroll(scrollTop / Math.max(1, scrollHeight - clientHeight));
      },
    }),
  ];
  const view = new EditorView({ doc: text, parent, extensions });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    goToLine: (line) => {
      const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
    isComposing: () => view.composing,
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
