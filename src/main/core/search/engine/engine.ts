// The index as one thing: open, written to, asked. Runs in the search process; tests and benchmarks run it in theirs.
import { AppError } from '#shared/errors.ts';
import type { Ask, Answer, EngineQuery, EngineResult, Held } from '../protocol.ts';
import { Catalog } from './catalog.ts';
import { freeBytes, openIndex, removeIndex, type IndexFile } from './db.ts';
import { find } from './find.ts';
import { IndexWriter } from './write.ts';

/** The index has been begun anew because it was not what it should be. */
export class Broken extends Error {}
/** There is no room to write. */
export class Full extends Error {}

export class Engine {
  private readonly file: string;
  private readonly minFreeBytes: number;
  private index: IndexFile;
  private catalog = new Catalog();
  private writer: IndexWriter;

  constructor(file: string, minFreeBytes = 0) {
    this.file = file;
    this.minFreeBytes = minFreeBytes;
    this.index = openIndex(file);
    this.writer = this.begin();
  }

  /** Answers one question of the core. Throws {@link Broken} and {@link Full}. */
  ask(ask: Exclude<Ask, { op: 'open' }>): unknown {
    if (!this.index.isStill()) {
      this.reset();
      throw new Broken('The index was deleted or replaced while it was in use.');
    }
    try {
      return this.answer(ask);
    } catch (error) {
      if (error instanceof AppError && error.code === 'storage') throw new Full(error.message);
      if (!isDamage(error)) throw error;
      this.reset();
      throw new Broken(error instanceof Error ? error.message : String(error));
    }
  }

  close(): void {
    this.index.close();
  }

  private answer(ask: Exclude<Ask, { op: 'open' }>): unknown {
    switch (ask.op) {
      case 'query':
        return this.query(ask.query);
      case 'state':
        return this.held();
      case 'reset':
        this.reset();
        return this.held();
      case 'tidy':
        return this.tidy();
      case 'put':
        return this.write(() => {
          this.writer.put(ask.items, ask.gone);
          this.writer.putFiles(ask.files);
          if (ask.mark !== null) this.writer.setMeta('mark', ask.mark);
        });
      case 'sweep':
        return this.write(() => {
          if (ask.step === 'begin') this.writer.beginSweep();
          else this.writer.endSweep(ask.files);
          if (ask.mark !== null) this.writer.setMeta('mark', ask.mark);
        });
      case 'pages':
        return this.write(() => this.writer.putPages(ask.sha256, ask.pages));
    }
  }

  query(query: EngineQuery): EngineResult {
    return find(this.index.db, this.catalog, query, Date.now());
  }

  held(): Held {
    let next: Held['next'] = null;
    let allPages = 0;
    let done = 0;
    for (const { sha256, pageCount, done: read } of this.catalog.files.values()) {
      allPages += pageCount;
      done += Math.min(read, pageCount);
      if (next === null && read < pageCount) next = { sha256, from: read + 1, count: pageCount };
    }
    return { mark: this.writer.meta('mark'), pages: done, allPages, items: this.catalog.items.size, next };
  }

  /** Merges what was written piece by piece, a little at a time; true where there was something to merge. */
  private tidy(): boolean {
    const { db } = this.index;
    let before = db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
    let isWorking = false;
    this.write(() => {
      for (const table of ['page_fts', 'page_tier', 'item_fts']) {
        db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', 300)`);
        const after = db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
        // The statement itself counts once; two or more mean that it merged (FTS5, "The 'merge' command").
        isWorking ||= after - before >= 2;
        before = after;
      }
    });
    return isWorking;
  }

  private write(f: () => void): Held {
    if (this.minFreeBytes > 0 && freeBytes(this.file) < this.minFreeBytes) throw new Full('The disk is nearly full.');
    try {
      this.index.db.transaction(f);
    } catch (error) {
      // What memory holds may be ahead of what was rolled back.
      if (!isDamage(error)) this.writer = this.begin();
      throw error;
    }
    return this.held();
  }

  private reset(): void {
    this.index.close();
    removeIndex(this.file);
    this.index = openIndex(this.file);
    this.writer = this.begin();
  }

  private begin(): IndexWriter {
    this.catalog = new Catalog();
    this.catalog.load(this.index.db);
    return new IndexWriter(this.index.db, this.catalog);
  }
}

const isDamage = (error: unknown): boolean =>
  (error instanceof AppError && error.code === 'damaged') ||
  // Stored JSON and deflated text that cannot be read, a table that is gone: nothing but damage does that here.
  error instanceof SyntaxError ||
  (error instanceof Error &&
    /no such table|incorrect header|invalid (?:stored|distance|block|code)|unexpected end/u.test(error.message));

/** {@link Engine.ask} with the outcome as data, for a process that must always answer. */
export function answerOf(engine: Engine, ask: Exclude<Ask, { op: 'open' }>): Answer {
  try {
    return { ok: true, value: engine.ask(ask) };
  } catch (error) {
    const why = error instanceof Broken ? 'broken' : error instanceof Full ? 'full' : 'bug';
    return { ok: false, why, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
