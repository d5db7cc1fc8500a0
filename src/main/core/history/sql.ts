// Reads steps of history.
import type { Step, StepLabel } from '#shared/history.ts';
import type { Place } from '#shared/values.ts';
import type { Reader } from '../kinds.ts';

type StepRow = { seq: number; label: StepLabel; subject: string; place: string; at: number };

const COLUMNS = 'seq, label, subject, place, at';

const toStep = (row: StepRow | undefined): Step | null =>
  row ? { ...row, place: JSON.parse(row.place) as Place } : null;

/** The step that undo (or redo) would take next. */
export const nextStep = (db: Reader, direction: 'undo' | 'redo'): Step | null =>
  toStep(
    direction === 'undo'
      ? db.get<StepRow>(`SELECT ${COLUMNS} FROM history_step WHERE state = 'done' ORDER BY seq DESC LIMIT 1`)
      : db.get<StepRow>(`SELECT ${COLUMNS} FROM history_step WHERE state = 'undone' ORDER BY seq LIMIT 1`),
  );

export const stepBySeq = (db: Reader, seq: number): Step | null =>
  toStep(db.get<StepRow>(`SELECT ${COLUMNS} FROM history_step WHERE seq = ?`, seq));
