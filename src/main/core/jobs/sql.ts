// Reads jobs.
import type { Job } from '#shared/jobs.ts';
import type { Db } from '../db/open.ts';
import type { Reader } from '../kinds.ts';

type JobRow = {
  id: string;
  call: string;
  input: string;
  state: Job['state'];
  done: number;
  total: number;
  message: string;
  result: string | null;
  error: string | null;
  started_at: number;
  ended_at: number | null;
};

const toJob = (row: JobRow): Job => ({
  id: row.id,
  call: row.call,
  state: row.state,
  done: row.done,
  total: row.total,
  message: row.message,
  result: row.result === null ? null : (JSON.parse(row.result) as unknown),
  error: row.error === null ? null : (JSON.parse(row.error) as Job['error']),
  startedAt: row.started_at,
  endedAt: row.ended_at,
});

export function getJob(db: Reader, id: string): Job | undefined {
  const row = db.get<JobRow>('SELECT * FROM job WHERE id = ?', id);
  return row && toJob(row);
}

/** Ended jobs beyond these are forgotten at the next open. */
const KEPT = 50;

/** The latest 50, newest first. */
export const listJobs = (db: Reader): Job[] =>
  db.all<JobRow>(`SELECT * FROM job ORDER BY id DESC LIMIT ${KEPT}`).map(toJob);

/** Forgets all ended jobs but the latest 50. */
export const pruneJobs = (db: Db): void =>
  void db.run(
    `DELETE FROM job WHERE state <> 'running' AND id NOT IN (SELECT id FROM job ORDER BY id DESC LIMIT ${KEPT})`,
  );

/** Jobs that were running when the program ended, oldest first, with their input. */
export const interruptedJobs = (db: Reader): { id: string; call: string; input: unknown }[] =>
  db
    .all<JobRow>(`SELECT * FROM job WHERE state = 'running' ORDER BY id`)
    .map((row) => ({ id: row.id, call: row.call, input: JSON.parse(row.input) as unknown }));
