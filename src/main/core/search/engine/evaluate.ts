// Which rows of a table a plan holds for. Text goes to FTS5 as one expression where that is possible; fields and short
// lists are checked row by row.
import { leavesOf, type Plan } from './plan.ts';
import type { Leaf } from '../text/leaf.ts';

/** A table as evaluation sees it. Row lists are in rising order. */
export type Space = {
  /** The FTS5 expression of a leaf; null where it has a list of its own. */
  expression(leaf: Leaf): string | null;
  match(expression: string): number[];
  list(leaf: Leaf): number[];
  all(): number[];
  /** Highest row id. */
  last(): number;
  /** Does a field hold for a row? */
  holds(plan: Extract<Plan, { type: 'field' | 'years' }>, row: number): boolean;
};

type Check = (row: number) => boolean;

/** Rows the plan holds for, in rising order. */
export function evaluate(plan: Plan, space: Space): number[] {
  const parts = plan.type === 'and' ? plan.parts : [plan];
  const yes: string[] = [];
  const no: string[] = [];
  const lists: Leaf[] = [];
  const rest: Plan[] = [];
  for (const part of parts) {
    const negated = part.type === 'not' ? part.part : null;
    const expression = asExpression(negated ?? part, space);
    if (expression !== null) (negated ? no : yes).push(expression);
    else if (part.type === 'leaf') lists.push(part.leaf);
    else rest.push(part);
  }
  // What only says no has to be taken from something.
  const refused = yes.length === 0 ? no.splice(0).map((expression) => inRows(space.match(expression), space)) : [];
  let rows: number[];
  if (yes.length > 0) {
    const wanted = yes.map((each) => `(${each})`).join(' AND ');
    rows = space.match(no.length > 0 ? `(${wanted}) NOT (${no.map((each) => `(${each})`).join(' OR ')})` : wanted);
  } else {
    const first = lists.shift();
    const or = rest.findIndex((part) => part.type === 'or' && leavesOf(part).length > 0);
    if (first) rows = space.list(first);
    else if (or >= 0) rows = either(rest.splice(or, 1)[0] ?? plan, space);
    else rows = space.all();
  }
  const checks = [
    ...lists.map((leaf) => inRows(space.list(leaf), space)),
    ...rest.map((part) => checkOf(part, space)),
    ...refused.map(
      (check): Check =>
        (row) =>
          !check(row),
    ),
  ];
  return checks.length === 0 ? rows : rows.filter((row) => checks.every((check) => check(row)));
}

/**
 * Rows the wider plan holds for and the narrower does not. FTS5 takes them apart itself where it can answer both, so that
 * the many rows both have are not handed over twice.
 */
export function evaluateMore(wide: Plan, narrow: Plan, known: readonly number[], space: Space): number[] {
  const [more, less] = [asExpression(wide, space), asExpression(narrow, space)];
  if (more !== null && less !== null) return space.match(`(${more}) NOT (${less})`);
  const rows = evaluate(wide, space);
  if (known.length === 0) return rows;
  const top = Math.max(space.last(), known.at(-1) ?? 0, rows.at(-1) ?? 0);
  const isKnown = inRows(known, { last: () => top });
  return rows.filter((row) => !isKnown(row));
}

/** One FTS5 expression for all of a plan; null where it holds anything FTS5 does not answer. */
function asExpression(plan: Plan, space: Space): string | null {
  if (plan.type === 'leaf') return space.expression(plan.leaf);
  if (plan.type !== 'and' && plan.type !== 'or') return null;
  const parts = plan.parts.map((part) => asExpression(part, space));
  return parts.includes(null) ? null : parts.map((part) => `(${part})`).join(plan.type === 'and' ? ' AND ' : ' OR ');
}

function either(plan: Plan, space: Space): number[] {
  const parts = plan.type === 'or' ? plan.parts : [plan];
  const found = new Uint8Array(space.last() + 1);
  for (const part of parts) for (const row of evaluate(part, space)) found[row] = 1;
  const rows: number[] = [];
  for (let row = 0; row < found.length; row++) if (found[row] === 1) rows.push(row);
  return rows;
}

function checkOf(plan: Plan, space: Space): Check {
  switch (plan.type) {
    case 'field':
    case 'years':
      return (row) => space.holds(plan, row);
    case 'not': {
      const check = checkOf(plan.part, space);
      return (row) => !check(row);
    }
    case 'leaf':
      return inRows(evaluate(plan, space), space);
    case 'and':
    case 'or': {
      const checks = plan.parts.map((part) => checkOf(part, space));
      return plan.type === 'and'
        ? (row) => checks.every((check) => check(row))
        : (row) => checks.some((check) => check(row));
    }
  }
}

/** A check that a row is among these. */
export function inRows(rows: readonly number[], { last }: Pick<Space, 'last'>): Check {
  const is = new Uint8Array(last() + 1);
  for (const row of rows) is[row] = 1;
  return (row) => is[row] === 1;
}

/** A plan whose fields alone speak: it asks for things, not for words. */
export const isOnlyFields = (plan: Plan): boolean => {
  if (plan.type === 'leaf') return false;
  if (plan.type === 'not') return isOnlyFields(plan.part);
  return plan.type === 'and' || plan.type === 'or' ? plan.parts.every(isOnlyFields) : true;
};
