// search.sqlite: opening it, and beginning it anew whenever it is not what it should be. All of it can be made again.
import { mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { TEXT_MODEL_VERSION } from '#shared/text/model.ts';
import { openDb, type Db } from '../../db/open.ts';

/** Raised when tables or the cutting of text change, or the offsets of the text models: another version is thrown away. */
const INDEX_VERSION = `1.${TEXT_MODEL_VERSION}`;

/**
 * `page_fts` holds words and pairs with their places, no text. `page_tier` says without places what is often enough on
 * a page to matter (see tiers.ts), so that common words need not be weighed on every page that has them.
 */
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE file (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, page_count INTEGER NOT NULL, done INTEGER NOT NULL,
    papers TEXT NOT NULL, section TEXT NOT NULL
  ) STRICT;
  CREATE TABLE page (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL, page INTEGER NOT NULL, langs INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX page_by_file ON page (file, page);
  CREATE TABLE page_text (
    id INTEGER PRIMARY KEY, label TEXT NOT NULL, section TEXT NOT NULL, heads TEXT NOT NULL, body BLOB NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE page_fts USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE page_tier USING fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE page_words USING fts5vocab (page_fts, row);
  CREATE TABLE item (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, entity TEXT NOT NULL, stamp TEXT NOT NULL, seen INTEGER NOT NULL,
    info TEXT NOT NULL, doc TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX item_by_entity ON item (kind, entity);
  CREATE VIRTUAL TABLE item_fts USING fts5 (
    head, body, people, chars, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE item_words USING fts5vocab (item_fts, row);
  INSERT INTO page_fts (page_fts, rank) VALUES ('automerge', 16), ('crisismerge', 64);
  INSERT INTO page_tier (page_tier, rank) VALUES ('automerge', 16), ('crisismerge', 64);
  INSERT INTO meta VALUES ('version', '${INDEX_VERSION}');`;

/** After an unclean end, or at this size, the whole file is checked when it is opened. Bytes. */
const SMALL = 32 * 1024 * 1024;

/** An index file that is open. */
export type IndexFile = {
  db: Db;
  /** True where it was begun anew just now. */ isNew: boolean;
  isStill(): boolean;
  close(): void;
};

/** Opens the index, or begins it anew where there is none, an older one, or one that is not sound. */
export function openIndex(file: string): IndexFile {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return open(file);
  } catch {
    removeIndex(file);
    return open(file);
  }
}

/** Removes the files of an index that is not open. */
export function removeIndex(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

/** Free bytes on the disk of the index; infinite where the system does not say. */
export function freeBytes(file: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function open(file: string): IndexFile {
  const wasUnclean = sizeOf(`${file}-wal`) > 0;
  const db = openDb(file);
  try {
    // Rebuildable: a power cut may cost the last pages, which are then indexed again.
    db.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
    const isNew = db.get(`SELECT 1 FROM sqlite_schema WHERE name = 'meta'`) === undefined;
    if (isNew) db.transaction(() => db.exec(TABLES));
    const version = db.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'version'`)?.value;
    if (version !== INDEX_VERSION) throw new Error(`Index version ${version}`);
    if (wasUnclean || (!isNew && sizeOf(file) < SMALL)) check(db);
    const inode = statSync(file).ino;
    return {
      db,
      isNew,
      // Someone may have deleted the file, or put another in its place.
      isStill: () => statSync(file, { throwIfNoEntry: false })?.ino === inode,
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

function check(db: Db): void {
  const found = db.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check;
  if (found !== 'ok') throw new Error(`The index is not sound: ${found}`);
}
