// The cache: text models and covers, rebuildable from the PDFs. Damage here never condemns the library:
// a cache that does not open is set aside and begun anew.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { TEXT_MODEL_VERSION, type PageText } from '#shared/text/model.ts';
import { openDb, type Db } from '../db/open.ts';

/** Changed when the tables below change; an older cache is dropped. */
const CACHE_VERSION = 1;

export type Cache = {
  putPage(sha256: string, page: PageText): void;
  /** The page's text model; undefined when not cached in this text-model version. */
  page(sha256: string, page: number): PageText | undefined;
  /** The same as stored JSON bytes, for handing on without parsing. */
  pageJson(sha256: string, page: number): Buffer | undefined;
  pageCount(sha256: string): number;
  putCover(sha256: string, page: number, png: Uint8Array): void;
  cover(sha256: string, page: number): Buffer | undefined;
  /** Groups many puts into one transaction. */
  batch(f: () => void): void;
  drop(sha256: string): void;
  close(): void;
};

const TABLES = `
  CREATE TABLE IF NOT EXISTS page (
    sha256 TEXT NOT NULL, page INTEGER NOT NULL, version INTEGER NOT NULL, model BLOB NOT NULL,
    PRIMARY KEY (sha256, page)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS cover (
    sha256 TEXT NOT NULL, page INTEGER NOT NULL, png BLOB NOT NULL,
    PRIMARY KEY (sha256, page)
  ) STRICT;
  PRAGMA user_version = ${CACHE_VERSION};`;

function openCacheDb(file: string): Db {
  const open = (): Db => {
    const db = openDb(file);
    const version = db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
    if (version !== 0 && version !== CACHE_VERSION) {
      db.close();
      throw new Error(`Cache version ${version}`);
    }
    db.exec(TABLES);
    return db;
  };
  try {
    return open();
  } catch {
    // What is lost can be read again from the PDFs.
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    return open();
  }
}

/** Opens `<libraryDir>/cache/cache.sqlite`. */
export function openCache(libraryDir: string): Cache {
  const folder = join(libraryDir, 'cache');
  mkdirSync(folder, { recursive: true });
  const db = openCacheDb(join(folder, 'cache.sqlite'));
  // Rebuildable, so a power cut may cost the last pages: speed over durability here.
  db.exec('PRAGMA synchronous = NORMAL');

  const pageJson: Cache['pageJson'] = (sha256, page) => {
    const row = db.get<{ model: Buffer }>(
      'SELECT model FROM page WHERE sha256 = ? AND page = ? AND version = ?',
      sha256,
      page,
      TEXT_MODEL_VERSION,
    );
    return row && inflateRawSync(row.model);
  };
  return {
    putPage: (sha256, page) => {
      const model = deflateRawSync(JSON.stringify(page), { level: 1 });
      db.run('INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)', sha256, page.page, TEXT_MODEL_VERSION, model);
    },
    pageJson,
    page: (sha256, page) => {
      const json = pageJson(sha256, page);
      return json && (JSON.parse(json.toString('utf8')) as PageText);
    },
    pageCount: (sha256) =>
      db.get<{ n: number }>(
        'SELECT count(*) AS n FROM page WHERE sha256 = ? AND version = ?',
        sha256,
        TEXT_MODEL_VERSION,
      )?.n ?? 0,
    putCover: (sha256, page, png) => void db.run('INSERT OR REPLACE INTO cover VALUES (?, ?, ?)', sha256, page, png),
    cover: (sha256, page) =>
      db.get<{ png: Buffer }>('SELECT png FROM cover WHERE sha256 = ? AND page = ?', sha256, page)?.png,
    batch: (f) => db.transaction(f),
    drop: (sha256) => {
      db.run('DELETE FROM page WHERE sha256 = ?', sha256);
      db.run('DELETE FROM cover WHERE sha256 = ?', sha256);
    },
    close: () => db.close(),
  };
}
