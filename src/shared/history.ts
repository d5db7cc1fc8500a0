// History: what was done, as data. Undo and redo are steps through it and survive a restart.
import { z } from 'zod';
import { command, query } from './calls.ts';
import { Place, Time } from './values.ts';

/** Names of steps; the renderer has words for each in both languages. */
export const StepLabel = z.enum([
  'annotation.create',
  'annotation.edit',
  'annotation.editMany',
  'annotation.merge',
  'annotation.place',
  'annotation.remove',
  'annotation.removeMany',
  'annotation.restore',
  'annotation.restoreMany',
  'annotation.split',
  'evidence.accept',
  'evidence.dismiss',
  'evidence.link',
  'evidence.edit',
  'evidence.unlink',
  'file.assign',
  'file.import',
  'finding.create',
  'finding.edit',
  'finding.remove',
  'finding.restore',
  'library.sample',
  'matrix.create',
  'matrix.edit',
  'matrix.remove',
  'matrix.restore',
  'matrix.column',
  'matrix.row',
  'matrix.cell',
  'note.create',
  'note.rename',
  'note.remove',
  'note.restore',
  'outline.create',
  'outline.edit',
  'outline.remove',
  'outline.restore',
  'outline.item',
  'outline.move',
  'paper.create',
  'paper.edit',
  'paper.remove',
  'paper.restore',
  'passage.add',
  'passage.draft',
  'passage.edit',
  'passage.join',
  'passage.link',
  'passage.move',
  'passage.remove',
  'passage.restore',
  'passage.split',
  'passage.unlink',
  'survey.edit',
  'search.save',
  'search.unsave',
  'survey.import',
  'survey.reference',
  'survey.remove',
  'survey.restore',
  'tag.add',
  'tag.discard',
  'tag.edit',
  'tag.merge',
  'tag.remove',
  'tag.restore',
  'term.create',
  'term.edit',
  'term.import',
  'term.remove',
  'term.restore',
]);
export type StepLabel = z.infer<typeof StepLabel>;

export const Step = z.object({
  seq: z.int(),
  label: StepLabel,
  /** A few words of what it was about, for the menu ("“fine-tuned CNNs…”"). */
  subject: z.string(),
  place: Place,
  at: Time,
});
export type Step = z.infer<typeof Step>;

export const history = {
  /** The step undo would take back, and the one redo would do again. */
  state: query(z.object({}), z.object({ undo: Step.nullable(), redo: Step.nullable() })),
  /** Takes back the latest step; null when there is none. */
  undo: command(z.object({}), z.object({ step: Step.nullable() })),
  redo: command(z.object({}), z.object({ step: Step.nullable() })),
};
