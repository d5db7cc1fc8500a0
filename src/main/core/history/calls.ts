// Calls of the history room.
import { history } from '#shared/history.ts';
import type { Handlers } from '../kinds.ts';
import { nextStep, stepBySeq } from './sql.ts';

export const historyCalls: Handlers<typeof history> = {
  state: ({ db }) => ({ undo: nextStep(db, 'undo'), redo: nextStep(db, 'redo') }),
  undo: (tx) => {
    const done = tx.travel('undo');
    return { step: done && stepBySeq(tx.db, done.seq) };
  },
  redo: (tx) => {
    const done = tx.travel('redo');
    return { step: done && stepBySeq(tx.db, done.seq) };
  },
};
