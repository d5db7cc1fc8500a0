// What filters, facets and grouping ask of every hit, held in memory: which file and paper a page is of, what a paper
// is, what an item is. A few dozen bytes a page, a few hundred an item.
import type { Db } from '../../db/open.ts';
import type { FileEntry, ItemKind } from '../protocol.ts';

/** Scripts a text is written in, as bits. */
export const LANGS = { latin: 1, han: 2, kana: 4, hangul: 8 } as const;

export type FileInfo = {
  id: number;
  sha256: string;
  papers: string[];
  pageCount: number;
  done: number;
  section: string;
};

/** What is kept of an item; the rest is read for those that are shown. */
export type ItemInfo = {
  kind: ItemKind;
  entity: string;
  paperId: string | null;
  surveyId: string | null;
  langs: number;
  color: string | null;
  stances: string[];
  tied: string[];
  tags: string[];
  at: number;
};

export type PaperInfo = {
  row: number;
  title: string;
  year: number | null;
  tags: string[];
  surveyIds: string[];
  /** Names as tokens with a space before and after each, people apart. */
  people: string;
  pinyin: { initials: string; full: string; starts: number[] }[];
};

type PageRow = { id: number; file: number; page: number; langs: number };
type FileRow = { id: number; sha256: string; page_count: number; done: number; papers: string; section: string };

export type StoredInfo = ItemInfo & { title: string; paper: Omit<PaperInfo, 'row' | 'title' | 'tags'> | null };

export class Catalog {
  readonly files = new Map<number, FileInfo>();
  readonly fileIds = new Map<string, number>();
  readonly items = new Map<number, ItemInfo>();
  readonly papers = new Map<string, PaperInfo>();
  readonly surveys = new Map<string, string>();
  /** By row id of a page. */
  pageFile = new Int32Array(1024);
  pageNumber = new Int32Array(1024);
  pageLangs = new Uint8Array(1024);
  pages = 0;
  lastPage = 0;

  load(db: Db): void {
    for (const row of db.all<FileRow>('SELECT * FROM file')) {
      const { id, sha256, page_count: pageCount, done, section } = row;
      this.setFile({ id, sha256, papers: JSON.parse(row.papers) as string[], pageCount, done, section });
    }
    for (const { id, file, page, langs } of db.all<PageRow>('SELECT * FROM page')) this.addPage(id, file, page, langs);
    for (const { id, info } of db.all<{ id: number; info: string }>('SELECT id, info FROM item'))
      this.setItem(id, JSON.parse(info) as StoredInfo);
  }

  setFile(file: FileInfo): void {
    this.files.set(file.id, file);
    this.fileIds.set(file.sha256, file.id);
  }

  dropFile(id: number): void {
    const file = this.files.get(id);
    this.files.delete(id);
    if (file) this.fileIds.delete(file.sha256);
  }

  addPage(id: number, file: number, page: number, langs: number): void {
    if (id >= this.pageFile.length) this.grow(id);
    if (this.pageFile[id] === 0) this.pages += 1;
    this.pageFile[id] = file;
    this.pageNumber[id] = page;
    this.pageLangs[id] = langs;
    this.lastPage = Math.max(this.lastPage, id);
  }

  dropPage(id: number): void {
    if (this.pageFile[id] !== 0) this.pages -= 1;
    this.pageFile[id] = 0;
  }

  setItem(row: number, { title, paper, ...info }: StoredInfo): void {
    this.items.set(row, info);
    if (info.kind === 'paper' && paper) this.papers.set(info.entity, { row, title, tags: info.tags, ...paper });
    if (info.kind === 'survey' && info.surveyId) this.surveys.set(info.surveyId, title);
  }

  dropItem(row: number): void {
    const info = this.items.get(row);
    this.items.delete(row);
    if (info?.kind === 'paper' && this.papers.get(info.entity)?.row === row) this.papers.delete(info.entity);
  }

  /** The live paper a page is of; null where its file has none left. */
  paperOfPage(row: number): string | null {
    const file = this.files.get(this.pageFile[row] ?? 0);
    return file?.papers.find((id) => this.papers.has(id)) ?? null;
  }

  /** False for what hangs on a paper in the trash. */
  isLive(item: ItemInfo): boolean {
    return item.paperId === null || this.papers.has(item.paperId);
  }

  private grow(needed: number): void {
    const size = Math.max(needed + 1, this.pageFile.length * 2);
    const grown = <T extends Int32Array | Uint8Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    this.pageFile = grown(this.pageFile, new Int32Array(size));
    this.pageNumber = grown(this.pageNumber, new Int32Array(size));
    this.pageLangs = grown(this.pageLangs, new Uint8Array(size));
  }
}

/** What changed of a file's entry matters to the catalog. */
export const isSameFile = (file: FileInfo, entry: FileEntry): boolean =>
  file.pageCount === entry.pageCount && file.papers.join() === entry.paperIds.join();

/** Scripts that make up a tenth or more of a text. */
export function langsOf(text: string): number {
  const sample = text.slice(0, 4000);
  const counts: [number, number][] = [
    [LANGS.latin, sample.match(/\p{Script=Latin}+/gu)?.length ?? 0],
    [LANGS.han, (sample.match(/\p{Script=Han}/gu)?.length ?? 0) / 2],
    [LANGS.kana, (sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) / 2],
    [LANGS.hangul, (sample.match(/\p{Script=Hangul}/gu)?.length ?? 0) / 2],
  ];
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return counts.reduce((bits, [bit, count]) => (count > 0 && count >= all / 10 ? bits | bit : bits), 0);
}
