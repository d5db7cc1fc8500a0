// Tags: words of one's own on papers, annotations and findings, each with a colour. One name, one tag: case and width
// do not tell two apart.
import { z } from 'zod';
import { AnnotationColor } from './annotations.ts';
import { command, query } from './calls.ts';
import { Id, Nothing } from './values.ts';

/** What can bear a tag. */
export const TaggedKind = z.enum(['paper', 'annotation', 'finding']);
export type TaggedKind = z.infer<typeof TaggedKind>;

export const TagName = z.string().trim().min(1).max(80);

export const Tag = z.object({
  id: Id,
  name: z.string(),
  color: AnnotationColor,
  /** How many of each bear it; what is in the trash is not counted. */
  papers: z.int(),
  annotations: z.int(),
  findings: z.int(),
});
export type Tag = z.infer<typeof Tag>;

const Targets = { kind: TaggedKind, targetIds: z.array(Id).min(1).max(20_000) };

export const tags = {
  /** Every tag with its counts, by name. */
  list: query(z.object({}), z.array(Tag)),
  /** The tags of everything of a kind: target id to tag ids. One answer serves every card on screen. */
  taggings: query(z.object({ kind: TaggedKind }), z.record(Id, z.array(Id))),
  /** Tags the targets, making the tag where the name is new. `not_found` for a target that is not there. */
  add: command(z.object({ name: TagName, color: AnnotationColor.optional(), ...Targets }), Tag),
  /** Takes the tag off the targets. */
  remove: command(z.object({ id: Id, ...Targets }), Nothing),
  /** `conflict` where the name is another tag's: merge them instead. */
  rename: command(z.object({ id: Id, name: TagName }), Tag),
  recolor: command(z.object({ id: Id, color: AnnotationColor }), Tag),
  /** Everything tagged `id` is tagged `intoId`; the first tag is gone. */
  merge: command(z.object({ id: Id, intoId: Id }), Tag),
  /** Moves the tag to the trash; it comes back with all it was on. */
  discard: command(z.object({ id: Id }), Nothing),
  restore: command(z.object({ id: Id }), Tag),
};
