// The library itself: which one is open, its two languages, its health.
import { z } from 'zod';
import { query } from './calls.ts';
import { Id, Time } from './values.ts';

export const LibraryInfo = z.object({
  id: Id,
  /** Folder name, for titles; the path itself only the command line learns. */
  name: z.string(),
  schemaVersion: z.int(),
  /** BCP 47. */
  primary: z.string(),
  secondary: z.string(),
  counts: z.record(z.string(), z.int()),
  createdAt: Time,
  /** True when nothing can be written: a folder without permission, or another's library looked into. */
  isReadOnly: z.boolean(),
});
export type LibraryInfo = z.infer<typeof LibraryInfo>;

export const Check = z.object({ name: z.string(), ok: z.boolean(), message: z.string() });
export type Check = z.infer<typeof Check>;

/** A copy of the database. `why`: made every hour, before an upgrade, kept outside the library's folder, or by hand. */
export const Backup = z.object({
  name: z.string(),
  at: Time,
  bytes: z.int(),
  why: z.enum(['hourly', 'before', 'outside', 'other']),
});
export type Backup = z.infer<typeof Backup>;

export const library = {
  info: query(z.object({}), LibraryInfo),
  /** Every backup, the newest first. The hosts restore one; see docs/library.md. */
  backups: query(z.object({}), z.array(Backup)),
  /** Looks at everything: database, foreign keys, every stored file against its hash, the cache. Changes nothing. */
  doctor: query(z.object({}), z.object({ ok: z.boolean(), checks: z.array(Check) })),
};
