// Preferences and reading places: last write holds, outside history.
import type { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { settings } from '#shared/settings.ts';
import type { Handlers, Reader } from '../kinds.ts';

type SettingRow = { key: string; value: string };
type Value = z.infer<ReturnType<typeof z.json>>;

/** Settings are preferences and places, never documents. Characters of JSON. */
const LONGEST = 64 * 1024;

const read = (db: Reader, key: string): Value => {
  const row = db.get<SettingRow>('SELECT * FROM setting WHERE key = ?', key);
  return row ? (JSON.parse(row.value) as Value) : null;
};

export const settingsCalls: Handlers<typeof settings> = {
  all: ({ db }) =>
    Object.fromEntries(
      db
        .all<SettingRow>(`SELECT * FROM setting WHERE key NOT LIKE '~%'`)
        .map(({ key, value }) => [key, JSON.parse(value) as Value]),
    ),
  get: ({ db }, { key }) => read(db, key),
  set: (tx, { key, value }) => {
    const json = JSON.stringify(value);
    if (json.length > LONGEST) throw new AppError('bad_input', `value: ${key} is longer than a setting may be.`);
    tx.outside.run(
      'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      json,
    );
    // Places and layouts are each window's own: others need not hear of them.
    if (!/^(place:|layout)/.test(key)) tx.outside.changed('setting', key);
    return {};
  },
};
