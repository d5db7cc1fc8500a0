// Is a database sound? Every page and every link is looked at.
import { AppError } from '#shared/errors.ts';
import type { Db } from '../db/open.ts';

/** Full check, not the quick one: it sees three times as many kinds of damage. Throws `damaged`. */
export function checkIntegrity(db: Pick<Db, 'all'>, file: string): void {
  const found = db.all<{ integrity_check: string }>('PRAGMA integrity_check(1)')[0]?.integrity_check;
  if (found !== 'ok') throw new AppError('damaged', `${file} is damaged: ${found}. Restore a backup.`);
  const broken = db.all('PRAGMA foreign_key_check').length;
  if (broken) throw new AppError('damaged', `${file} is damaged: ${broken} rows point at nothing. Restore a backup.`);
}
