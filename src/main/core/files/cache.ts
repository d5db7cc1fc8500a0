// The cache: text models and covers, rebuildable from the PDFs. Damage here never condemns the library:
// a cache that does not open is set aside and begun anew.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { TEXT_MODEL_VERSION, type PageText } from '#shared/text/model.ts';
import { wordsOf } from '#shared/text/words.ts';
import { openDb, type Db } from '../db/open.ts';

/** Changed when the tables below change; an older cache is dropped. */
const CACHE_VERSION = 1;

export type Cache = {
  /** The page's text model; undefined when not cached in this text-model version. */
  page(sha256: string, page: number): PageText | undefined;
  /** The same as stored JSON bytes, for handing on without parsing. */
  pageJson(sha256: string, page: number): Buffer | undefined;
  /** The model as it is stored (deflated JSON), for another process to read. */
  pageBytes(sha256: string, page: number): Buffer | undefined;
  /** Pages cached, counted to the last. */
  pageCount(sha256: string): number;
  putCover(sha256: string, page: number, png: Uint8Array): void;
  cover(sha256: string, page: number): Buffer | undefined;
  putPages(sha256: string, pages: readonly PageText[]): void;
  /** The words of every page that is cached (PageWords as JSON), in order: enough to search a document without its boxes. */
  words(sha256: string): string[];
  /** The entries of the file's reference list; undefined while they are not read in this text-model version. */
  references(sha256: string): unknown[] | undefined;
  /** Keeps them, with the keys each is found by. */
  putReferences(sha256: string, entries: readonly unknown[], keys: readonly { key: string; index: number }[]): void;
  /** Entries found by one of the keys, each once. */
  citing(keys: readonly string[]): { sha256: string; index: number }[];
  /** Whatever else was made from a file, by a key of its maker's: parts of pages, figures, its own marks. */
  extra(sha256: string, key: string): Buffer | undefined;
  putExtra(sha256: string, key: string, value: Uint8Array): void;
  close(): void;
};

const TABLES = `
  CREATE TABLE IF NOT EXISTS page (
    sha256 TEXT NOT NULL, page INTEGER NOT NULL, version INTEGER NOT NULL, model BLOB NOT NULL,
    PRIMARY KEY (sha256, page)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS words (
    sha256 TEXT NOT NULL, page INTEGER NOT NULL, version INTEGER NOT NULL, words BLOB NOT NULL,
    PRIMARY KEY (sha256, page)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS cover (
    sha256 TEXT NOT NULL, page INTEGER NOT NULL, png BLOB NOT NULL,
    PRIMARY KEY (sha256, page)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS reference_list (
    sha256 TEXT PRIMARY KEY, version INTEGER NOT NULL, entries TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS reference_key (
    key TEXT NOT NULL, sha256 TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, sha256, at)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS reference_key_by_file ON reference_key (sha256);
  CREATE TABLE IF NOT EXISTS extra (
    sha256 TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (sha256, key)
  ) STRICT;
  PRAGMA user_version = ${CACHE_VERSION};`;

function openCacheDb(file: string): Db {
  const open = (): Db => {
    const db = openDb(file);
    try {
      const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
      if (version !== 0 && version !== CACHE_VERSION) throw new Error(`Cache version ${version}`);
      db.exec(TABLES);
      // Rebuildable, so a power cut may cost the last pages: speed over durability here.
      db.exec('PRAGMA synchronous = NORMAL');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    return open();
  } catch {
    // What is lost can be read again from the PDFs.
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    return open();
  }
}

/** A stored model as JSON; undefined where its bytes are not what was written: it is then read again from the PDF. */
function inflate(model: Buffer): Buffer | undefined {
  try {
    return inflateRawSync(model);
  } catch {
    return undefined;
  }
}

/** Opens `<libraryDir>/cache/cache.sqlite`. */
export function openCache(libraryDir: string): Cache {
  const folder = join(libraryDir, 'cache');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'cache.sqlite');
  let db = openCacheDb(file);
  /** Does `f`; where the cache turns out to be damaged it is begun anew, and `f` done once more on the empty one. */
  const mend = <T>(f: () => T): T => {
    try {
      return f();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'damaged') throw error;
      db.close();
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      db = openCacheDb(file);
      return f();
    }
  };

  const pageBytes: Cache['pageBytes'] = (sha256, page) =>
    mend(() =>
      db.get<{ model: Buffer }>(
        'SELECT model FROM page WHERE sha256 = ? AND page = ? AND version = ?',
        sha256,
        page,
        TEXT_MODEL_VERSION,
      ),
    )?.model;
  const pageJson: Cache['pageJson'] = (sha256, page) => {
    const model = pageBytes(sha256, page);
    return model && inflate(model);
  };
  const putWords = (sha256: string, page: PageText): void => {
    const words = deflateRawSync(JSON.stringify(wordsOf(page)), { level: 1 });
    db.run('INSERT OR REPLACE INTO words VALUES (?, ?, ?, ?)', sha256, page.page, TEXT_MODEL_VERSION, words);
  };
  /** Pages cached without their words, or with words that are damaged, get them from their models. */
  const completeWords = (sha256: string): void => {
    const missing = db.all<{ page: number; model: Buffer }>(
      `SELECT page, model FROM page WHERE sha256 = ? AND version = ? AND NOT EXISTS (
         SELECT 1 FROM words WHERE words.sha256 = page.sha256 AND words.page = page.page AND words.version = page.version)`,
      sha256,
      TEXT_MODEL_VERSION,
    );
    if (missing.length === 0) return;
    db.transaction(() => {
      for (const { model } of missing) {
        const json = inflate(model);
        if (json) putWords(sha256, JSON.parse(json.toString('utf8')) as PageText);
      }
    });
  };
  const words = (sha256: string): string[] =>
    mend(() => {
      completeWords(sha256);
      const rows = db.all<{ words: Buffer }>(
        'SELECT words FROM words WHERE sha256 = ? AND version = ? ORDER BY page',
        sha256,
        TEXT_MODEL_VERSION,
      );
      return rows.map((row) => inflate(row.words)?.toString('utf8')).filter((json) => json !== undefined);
    });
  const put = (sha256: string, page: PageText): void => {
    const model = deflateRawSync(JSON.stringify(page), { level: 1 });
    db.run('INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)', sha256, page.page, TEXT_MODEL_VERSION, model);
    putWords(sha256, page);
  };
  return {
    // One transaction for many pages.
    putPages: (sha256, pages) => mend(() => db.transaction(() => pages.forEach((page) => put(sha256, page)))),
    words,
    pageCount: (sha256) =>
      mend(() =>
        db.get<{ last: number | null }>(
          'SELECT max(page) AS last FROM page WHERE sha256 = ? AND version = ?',
          sha256,
          TEXT_MODEL_VERSION,
        ),
      )?.last ?? 0,
    pageBytes,
    pageJson,
    page: (sha256, page) => {
      const json = pageJson(sha256, page);
      return json && (JSON.parse(json.toString('utf8')) as PageText);
    },
    putCover: (sha256, page, png) =>
      void mend(() => db.run('INSERT OR REPLACE INTO cover VALUES (?, ?, ?)', sha256, page, png)),
    cover: (sha256, page) =>
      mend(() => db.get<{ png: Buffer }>('SELECT png FROM cover WHERE sha256 = ? AND page = ?', sha256, page))?.png,
    references: (sha256) => {
      const row = mend(() =>
        db.get<{ entries: string }>(
          'SELECT entries FROM reference_list WHERE sha256 = ? AND version = ?',
          sha256,
          TEXT_MODEL_VERSION,
        ),
      );
      return row && (JSON.parse(row.entries) as unknown[]);
    },
    putReferences: (sha256, entries, keys) =>
      mend(() =>
        db.transaction(() => {
          db.run('DELETE FROM reference_key WHERE sha256 = ?', sha256);
          db.run(
            'INSERT OR REPLACE INTO reference_list VALUES (?, ?, ?)',
            sha256,
            TEXT_MODEL_VERSION,
            JSON.stringify(entries),
          );
          for (const { key, index } of keys)
            db.run('INSERT OR IGNORE INTO reference_key VALUES (?, ?, ?)', key, sha256, index);
        }),
      ),
    citing: (keys) =>
      mend(() =>
        db.all<{ sha256: string; index: number }>(
          `SELECT DISTINCT sha256, at AS "index" FROM reference_key
           WHERE key IN (SELECT value FROM json_each(?)) ORDER BY sha256, at`,
          JSON.stringify(keys),
        ),
      ),
    putExtra: (sha256, key, value) =>
      void mend(() => db.run('INSERT OR REPLACE INTO extra VALUES (?, ?, ?)', sha256, key, value)),
    extra: (sha256, key) =>
      mend(() => db.get<{ value: Buffer }>('SELECT value FROM extra WHERE sha256 = ? AND key = ?', sha256, key))?.value,
    close: () => db.close(),
  };
}
