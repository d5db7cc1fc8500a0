// Surveys of a library from before stretches knew what they said.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrations } from '../db/migrate.ts';
import { openDb } from '../db/open.ts';

test('stretches in one language that were never edited learn what they say; the others stay out of the text', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'glossa-binding-'));
  const db = openDb(join(dir, 'x.sqlite'));
  try {
    const before = migrations.findIndex(({ name }) => name.includes('survey-binding'));
    await migrate(db, async () => undefined, migrations.slice(0, before));
    const put = (table: string, row: Record<string, string | number | null>): void => {
      const keys = Object.keys(row);
      db.run(`INSERT INTO ${table} (${keys.join()}) VALUES (${keys.map(() => '?').join()})`, ...Object.values(row));
    };
    db.run('INSERT INTO survey_source VALUES (?, ?)', 'hash', new Uint8Array([120]));
    const at = { created_at: 1, updated_at: 1, deleted_at: null };
    put('survey', {
      id: 's',
      title: 't',
      file_name: 'f',
      encoding: 'utf-8',
      text: 'x',
      sections: '[]',
      source_sha256: 'hash',
      ...at,
    });
    const words = { paper_id: null, survey_id: 's', context: '', position: 1, primary_at: 1, secondary_at: 1 };
    put('finding', { id: 'one', ...words, primary_text: '', secondary_text: '中文', ...at });
    put('finding', { id: 'both', ...words, primary_text: 'a', secondary_text: '甲', ...at });
    put('finding', { id: 'edited', ...words, primary_text: 'b', secondary_text: '', ...at, updated_at: 2 });
    for (const id of ['one', 'both', 'edited'])
      put('survey_block', {
        id: `block-${id}`,
        survey_id: 's',
        kind: 'finding',
        entity_id: id,
        start_at: 0,
        end_at: 1,
        line: 1,
      });
    await migrate(db, async () => undefined);
    expect(db.all('SELECT entity_id, side, base FROM survey_block ORDER BY entity_id')).toEqual([
      { entity_id: 'both', side: null, base: null },
      { entity_id: 'edited', side: null, base: null },
      { entity_id: 'one', side: 'secondary', base: '中文' },
    ]);
    expect(db.all('SELECT survey_id, sha256 FROM survey_origin')).toEqual([{ survey_id: 's', sha256: 'hash' }]);
  } finally {
    db.close();
    rmSync(dir, { recursive: true });
  }
});
