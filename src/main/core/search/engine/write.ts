// Writing to the index: items, files, and the pages of files. Each call is one transaction.
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { headingsOf } from '#shared/text/headings.ts';
import type { PageText } from '#shared/text/model.ts';
import type { Db } from '../../db/open.ts';
import type { FileEntry, Item, ItemKey, PageEntry } from '../protocol.ts';
import { pinyinOf } from '../text/pinyin.ts';
import { tokenize } from '../text/tokens.ts';
import { type Catalog, type FileInfo, isSameFile, langsOf, type StoredInfo } from './catalog.ts';
import { charTerm, tierTerms } from './tiers.ts';

/** A heading of a page: where it begins, its words. */
export type StoredHeading = [start: number, words: string];

/** Parts texts of one column, so that no phrase goes over from one to the next. */
const BREAK = '\uE030';

export class IndexWriter {
  private readonly db: Db;
  private readonly catalog: Catalog;
  /** Number of the sweep under way: what it does not see is forgotten at its end. */
  private sweep = 0;

  constructor(db: Db, catalog: Catalog) {
    this.db = db;
    this.catalog = catalog;
    this.sweep = Number(this.meta('sweep') ?? 0);
  }

  meta(key: string): string | null {
    return this.db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null;
  }

  setMeta(key: string, value: string): void {
    this.db.run('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value);
  }

  /** What is gone goes first, so that it may come again. */
  put(items: readonly Item[], gone: readonly ItemKey[]): void {
    for (const { kind, id } of gone) {
      // The sections of a survey go with it.
      const rows = this.db.pluck<number>(
        `SELECT id FROM item WHERE kind = ? AND (entity = ? OR (entity > ? || '#' AND entity < ? || '$'))`,
        kind,
        id,
        id,
        id,
      );
      for (const row of rows) this.dropItem(row);
    }
    for (const item of items) this.putItem(item);
  }

  beginSweep(): void {
    this.sweep += 1;
    this.setMeta('sweep', String(this.sweep));
  }

  /** Forgets what was not put since {@link beginSweep}, and files that are not named. */
  endSweep(files: readonly FileEntry[]): void {
    for (const id of this.db.pluck<number>('SELECT id FROM item WHERE seen <> ?', this.sweep)) this.dropItem(id);
    const named = new Set(files.map((file) => file.sha256));
    for (const file of this.catalog.files.values()) if (!named.has(file.sha256)) this.dropFile(file);
    this.putFiles(files);
  }

  putFiles(files: readonly FileEntry[]): void {
    for (const entry of files) {
      const known = this.catalog.files.get(this.catalog.fileIds.get(entry.sha256) ?? 0);
      if (known && isSameFile(known, entry)) continue;
      const papers = JSON.stringify(entry.paperIds);
      if (known) {
        this.db.run('UPDATE file SET papers = ?, page_count = ? WHERE id = ?', papers, entry.pageCount, known.id);
        this.catalog.setFile({ ...known, papers: entry.paperIds, pageCount: entry.pageCount });
      } else {
        this.db.run(`INSERT INTO file VALUES (NULL, ?, ?, 0, ?, '')`, entry.sha256, entry.pageCount, papers);
        const id = this.db.get<{ id: number }>('SELECT id FROM file WHERE sha256 = ?', entry.sha256)?.id ?? 0;
        const { sha256, paperIds, pageCount } = entry;
        this.catalog.setFile({ id, sha256, papers: paperIds, pageCount, done: 0, section: '' });
      }
    }
  }

  /** Pages of a file in order. A page that cannot be read counts as done and holds nothing. */
  putPages(sha256: string, pages: readonly PageEntry[]): void {
    const file = this.catalog.files.get(this.catalog.fileIds.get(sha256) ?? 0);
    if (!file) return;
    for (const { page, model } of pages) {
      const text = model && readModel(model);
      if (text) this.putPage(file, page, text);
      file.done = Math.max(file.done, page);
    }
    this.db.run('UPDATE file SET done = ?, section = ? WHERE id = ?', file.done, file.section, file.id);
  }

  private putPage(file: FileInfo, page: number, text: PageText): void {
    const { db } = this;
    const known = db.get<{ id: number }>('SELECT id FROM page WHERE file = ? AND page = ?', file.id, page)?.id;
    if (known !== undefined) this.dropPage(known);
    const id = this.catalog.lastPage + 1;
    const langs = langsOf(text.text);
    const heads = headingsOf(text).map(({ start, words }): StoredHeading => [start, words]);
    const tokens = tokenize(text.text);
    db.run('INSERT INTO page VALUES (?, ?, ?, ?)', id, file.id, page, langs);
    const body = deflateRawSync(Buffer.from(text.text, 'utf8'), { level: 3 });
    db.run('INSERT INTO page_text VALUES (?, ?, ?, ?, ?)', id, text.label, file.section, JSON.stringify(heads), body);
    db.run('INSERT INTO page_fts (rowid, words) VALUES (?, ?)', id, tokens.words.join(' '));
    db.run('INSERT INTO page_tier (rowid, terms) VALUES (?, ?)', id, tierTerms(tokens));
    file.section = heads.at(-1)?.[1] ?? file.section;
    this.catalog.addPage(id, file.id, page, langs);
  }

  private dropPage(id: number): void {
    this.db.run('DELETE FROM page_fts WHERE rowid = ?', id);
    this.db.run('DELETE FROM page_tier WHERE rowid = ?', id);
    this.db.run('DELETE FROM page_text WHERE id = ?', id);
    this.db.run('DELETE FROM page WHERE id = ?', id);
    this.catalog.dropPage(id);
  }

  private dropFile(file: FileInfo): void {
    for (const id of this.db.pluck<number>('SELECT id FROM page WHERE file = ?', file.id)) this.dropPage(id);
    this.db.run('DELETE FROM file WHERE id = ?', file.id);
    this.catalog.dropFile(file.id);
  }

  private putItem(item: Item): void {
    const { db } = this;
    const doc = JSON.stringify(item);
    const stamp = createHash('sha1').update(doc).digest('base64');
    const known = db.get<{ id: number; stamp: string }>(
      'SELECT id, stamp FROM item WHERE kind = ? AND entity = ?',
      item.kind,
      item.id,
    );
    if (known?.stamp === stamp) {
      db.run('UPDATE item SET seen = ? WHERE id = ?', this.sweep, known.id);
      return;
    }
    if (known) this.dropItem(known.id);
    const info = infoOf(item);
    db.run(
      'INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)',
      known?.id ?? null,
      item.kind,
      item.id,
      stamp,
      this.sweep,
      JSON.stringify(info),
      doc,
    );
    const id =
      known?.id ??
      db.get<{ id: number }>('SELECT id FROM item WHERE kind = ? AND entity = ?', item.kind, item.id)?.id ??
      0;
    const columns = columnsOf(item);
    db.run(
      'INSERT INTO item_fts (rowid, head, body, people, chars) VALUES (?, ?, ?, ?, ?)',
      id,
      columns.head,
      columns.body,
      columns.people,
      columns.chars,
    );
    this.catalog.setItem(id, info);
  }

  private dropItem(id: number): void {
    this.db.run('DELETE FROM item_fts WHERE rowid = ?', id);
    this.db.run('DELETE FROM item WHERE id = ?', id);
    this.catalog.dropItem(id);
  }
}

function readModel(model: Uint8Array): PageText | null {
  try {
    return JSON.parse(inflateRawSync(model).toString('utf8')) as PageText;
  } catch {
    return null;
  }
}

function infoOf(item: Item): StoredInfo {
  const { kind, id: entity, paperId, surveyId, color, stances, tied, tags, at, title, year, surveyIds } = item;
  const langs = langsOf(item.texts.map(({ text }) => text).join('\n'));
  const names = item.people.map((name) => tokenize(name).words.join(' '));
  const paper =
    kind === 'paper'
      ? {
          year,
          surveyIds,
          people: names.length > 0 ? ` ${names.join(` ${BREAK} `)} ` : '',
          pinyin: [...item.texts.filter((text) => text.isHead).map(({ text }) => text), ...item.people].flatMap(
            pinyinOf,
          ),
        }
      : null;
  return { kind, entity, paperId, surveyId, langs, color, stances, tied, tags, at, title, paper };
}

function columnsOf({ texts, people }: Item): { head: string; body: string; people: string; chars: string } {
  const chars = new Set<string>();
  const cut = (text: string): string => {
    const { words, cjk } = tokenize(text);
    for (const [i, word] of words.entries())
      if (cjk[i] === true) chars.add(charTerm(String.fromCodePoint(word.codePointAt(0) ?? 0)));
    return words.join(' ');
  };
  const joined = (list: string[]): string => list.map(cut).join(` ${BREAK} `);
  const head = joined(texts.filter((text) => text.isHead).map(({ text }) => text));
  const body = joined(texts.filter((text) => !text.isHead).map(({ text }) => text));
  const names = joined(people);
  return { head, body, people: names, chars: [...chars].join(' ') };
}
