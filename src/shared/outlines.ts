// Outlines for writing: findings, and words of one's own between them, ordered and nested; exported as Markdown.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Bilingual, Id, Nothing, Side, Time } from './values.ts';

const NAME = { title: z.string().max(500), titleSecondary: z.string().max(500) };
const NewName = { title: z.string().max(500).default(''), titleSecondary: z.string().max(500).default('') };

/** A finding (its words are the finding's own, shown from there) or words: a heading where it has items below it. */
export const OutlineItem = Bilingual.extend({
  id: Id,
  parentId: Id.nullable(),
  /** Fractional order among the items of one parent. */
  position: z.number(),
  findingId: Id.nullable(),
});
export type OutlineItem = z.infer<typeof OutlineItem>;

export const OutlineSummary = z.object({
  id: Id,
  surveyId: Id.nullable(),
  ...NAME,
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type OutlineSummary = z.infer<typeof OutlineSummary>;

/** Items in reading order: each before the items below it. */
export const Outline = OutlineSummary.extend({ items: z.array(OutlineItem) });
export type Outline = z.infer<typeof Outline>;

export const outlines = {
  list: query(z.object({ surveyId: Id.optional(), trashed: z.boolean().optional() }), z.array(OutlineSummary)),
  get: query(z.object({ id: Id }), Outline),
  /** Makes an outline; of a survey with its sections as headings and its findings below them. */
  create: command(z.object({ ...NewName, surveyId: Id.nullable().default(null) }), Outline),
  rename: command(z.object({ id: Id, side: Side, text: z.string().max(500) }), OutlineSummary),
  remove: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), OutlineSummary),
  /** Adds findings, or words, below `parentId` (null: at the top) after `afterId` (null: first; absent: last). */
  addItems: command(
    z.object({
      outlineId: Id,
      parentId: Id.nullable().default(null),
      afterId: Id.nullable().optional(),
      items: z
        .array(
          z.object({
            findingId: Id.nullable().default(null),
            primary: z.string().max(20_000).default(''),
            secondary: z.string().max(20_000).default(''),
          }),
        )
        .min(1)
        .max(1000),
    }),
    z.array(OutlineItem),
  ),
  /** Sets one side of an item that is no finding. */
  editItem: command(
    z.object({ id: Id, side: Side, text: z.string().max(20_000), base: z.string().optional() }),
    OutlineItem,
  ),
  /** Moves an item with everything below it. `bad_input` below itself. */
  moveItem: command(z.object({ id: Id, parentId: Id.nullable(), afterId: Id.nullable() }), OutlineItem),
  /** Takes an item and everything below it out; findings themselves stay. */
  removeItem: command(z.object({ id: Id }), Nothing),
  /** As Markdown: headings, findings, under each its evidence as quotes with citations. */
  export: query(
    z.object({ id: Id, side: z.enum(['primary', 'secondary', 'both']).default('both') }),
    z.object({ fileName: z.string(), type: z.string(), text: z.string() }),
  ),
};

/** Words of an exported outline, by its language. */
export const STANCE_WORDS = {
  en: {
    supports: 'supports',
    contradicts: 'contradicts',
    qualifies: 'qualifies',
    mentions: 'mentions',
    references: 'References',
  },
  zh: { supports: '支持', contradicts: '反驳', qualifies: '限定', mentions: '提及', references: '参考文献' },
} as const;
