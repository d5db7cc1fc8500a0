// One element of a rendered survey: as it is, or alive where the library knows what it is.
import { createElement, type ReactNode } from 'react';
import type { Components } from '../ui/markdown/render.tsx';
import { OutLink } from '../ui/markdown/OutLink.tsx';
import { FindingMarks } from './FindingMarks.tsx';
import { useLiving } from './living.tsx';
import { PaperCard } from './PaperCard.tsx';
import { PaperChip } from './PaperChip.tsx';
import { PassageMarks } from './PassageMarks.tsx';
import styles from './living.module.css';

type ElementProps = {
  children?: ReactNode;
  node?: unknown;
  'data-stretch'?: string;
  'data-part'?: string;
  [name: string]: unknown;
};

/** Elements that flow inside a line. */
const INLINE = new Set(['a', 'em', 'strong', 'img']);

function LivingElement({ tag, ...props }: ElementProps & { tag: string }) {
  const { blocks, papers, findings, passages } = useLiving();
  const { node: _node, ...rest } = props;
  const plain = (children: ReactNode = props.children, more: object = {}) =>
    tag === 'a' ? (
      <OutLink {...rest}>{children}</OutLink>
    ) : (
      createElement(tag, { ...rest, ...more }, ...(children === undefined ? [] : [children]))
    );
  const block = blocks.get(props['data-stretch'] ?? '');
  if (!block?.entityId || props['data-part'] === 'more') return plain();
  const id = block.entityId;
  const alive = { className: styles.alive, 'data-kind': block.kind };
  const withMarks = (marks: ReactNode) =>
    plain(
      <>
        {props.children}
        {marks}
      </>,
      alive,
    );

  if (block.kind === 'finding') {
    const finding = findings.get(id);
    return finding ? withMarks(<FindingMarks finding={finding} />) : plain();
  }
  if (block.kind === 'passage') {
    const passage = passages.get(id);
    return passage ? withMarks(<PassageMarks passage={passage} isWhole={props['data-part'] === 'only'} />) : plain();
  }
  const paper = papers.get(id);
  if (!paper) return plain();
  const isWhole = props['data-part'] === 'only' && !INLINE.has(tag) && (tag === 'blockquote' || tag === 'p');
  if (block.kind === 'paper' && isWhole) return <PaperCard paper={paper} stretch={block.id} />;
  if (INLINE.has(tag)) {
    return (
      <span data-stretch={block.id}>
        {plain()}
        <PaperChip paper={paper} />
      </span>
    );
  }
  return withMarks(<PaperChip paper={paper} />);
}

const TAGS = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'li',
  'pre',
  'table',
  'tr',
  'a',
  'em',
  'strong',
] as const;

/** Elements of a rendered survey, for `renderMarkdown`. */
export const livingComponents: Components = Object.fromEntries(
  TAGS.map((tag) => [tag, (props: ElementProps) => <LivingElement {...props} tag={tag} />]),
);
