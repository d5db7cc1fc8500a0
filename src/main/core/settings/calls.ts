// Preferences and reading places: last write holds, outside history.
import type { settings } from '#shared/settings.ts';
import type { Handlers, Reader } from '../kinds.ts';

type SettingRow = { key: string; value: string };
type Value = ReturnType<typeof JSON.parse> extends infer T ? T : never;

const read = (db: Reader, key: string): Value => {
  const row = db.get<SettingRow>('SELECT * FROM setting WHERE key = ?', key);
  return row ? JSON.parse(row.value) : null;
};

export const settingsCalls: Handlers<typeof settings> = {
  all: ({ db }) =>
    Object.fromEntries(
      db
        .all<SettingRow>(`SELECT * FROM setting WHERE key NOT LIKE '~%'`)
        .map(({ key, value }) => [key, JSON.parse(value)]),
    ),
  get: ({ db }, { key }) => read(db, key),
  set: (tx, { key, value }) => {
    tx.outside.run(
      'INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      JSON.stringify(value),
    );
    return {};
  },
};
