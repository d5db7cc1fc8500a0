// A parsed query made ready: its words cut as the index cuts them, what cannot be looked for left out.
import type { QueryNode } from '#shared/search-query.ts';
import type { QueryField } from '#shared/search-tokens.ts';
import { makeLeaf, type Leaf } from '../text/leaf.ts';
import { LONGEST_START } from './tiers.ts';

export type Plan =
  | { type: 'leaf'; leaf: Leaf }
  | { type: 'field'; field: QueryField; value: string; isPrefix: boolean }
  | { type: 'years'; from: number | null; to: number | null }
  | { type: 'and' | 'or'; parts: Plan[] }
  | { type: 'not'; part: Plan };

/** Null where nothing is left to look for. */
export function planOf(node: QueryNode | null): Plan | null {
  if (!node) return null;
  switch (node.type) {
    case 'text': {
      const leaf = makeLeaf(node.text, node.isPrefix);
      return leaf && { type: 'leaf', leaf };
    }
    case 'field':
    case 'years':
      return node;
    case 'not': {
      const part = planOf(node.part);
      return part && { type: 'not', part };
    }
    case 'and':
    case 'or': {
      const parts = node.parts.map(planOf).filter((part) => part !== null);
      return parts.length > 1 ? { type: node.type, parts } : (parts[0] ?? null);
    }
  }
}

/** The leaves a hit may have, in order; those under a `-` left out. */
export function leavesOf(plan: Plan | null): Leaf[] {
  if (!plan || plan.type === 'not') return [];
  if (plan.type === 'leaf') return [plan.leaf];
  return plan.type === 'and' || plan.type === 'or' ? plan.parts.flatMap(leavesOf) : [];
}

/** A leaf with one list of its own among the tiers: a single Han character, or a short beginning of a word. */
export function listOf({ words, isOpen, chunks }: Leaf): { kind: 'char' | 'start'; term: string } | null {
  const [only, more] = words;
  if (only === undefined || more !== undefined || !isOpen) return null;
  if (chunks[0]?.isRun === true) return { kind: 'char', term: only };
  return only.length <= LONGEST_START ? { kind: 'start', term: only } : null;
}

/** The leaf as an FTS5 phrase. */
export const phraseOf = ({ words, isOpen }: Leaf): string =>
  `"${words.join(' ').replaceAll('"', '')}"${isOpen ? ' *' : ''}`;
