// Words about how a paper stands: reading, stars, collections, references, relations, files.
import type { CslRole } from '#shared/csl.ts';
import type { FileKind, ReadingStatus, RelationKind } from '#shared/papers.ts';
import { defineMessages } from '../ui/i18n.tsx';

const STATUS_EN: Record<ReadingStatus, string> = {
  unread: 'To read',
  reading: 'Reading',
  read: 'Read',
  'set-aside': 'Set aside',
};
const STATUS_ZH: Record<ReadingStatus, string> = { unread: '未读', reading: '在读', read: '已读', 'set-aside': '搁置' };
const KIND_EN: Record<FileKind, string> = { main: 'The paper', supplement: 'Supplement' };
const KIND_ZH: Record<FileKind, string> = { main: '正文', supplement: '补充材料' };
const ROLES_EN: Partial<Record<CslRole, string>> = {
  editor: 'Editors',
  translator: 'Translators',
  'collection-editor': 'Series editors',
  director: 'Directors',
  chair: 'Chairs',
  'container-author': 'Authors of the book',
};
const ROLES_ZH: Partial<Record<CslRole, string>> = {
  editor: '编者',
  translator: '译者',
  'collection-editor': '丛书编者',
  director: '导演',
  chair: '主席',
  'container-author': '原书作者',
};
const plainName = (name: string): string => {
  const words = name.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
const RELATION_EN = (kind: RelationKind, isSource: boolean): string =>
  kind === 'related'
    ? 'Related'
    : kind === 'preprint'
      ? isSource
        ? 'Published as'
        : 'Preprint'
      : isSource
        ? 'Translation of'
        : 'Translated as';
const RELATION_ZH = (kind: RelationKind, isSource: boolean): string =>
  kind === 'related' ? '相关' : kind === 'preprint' ? (isSource ? '正式发表为' : '预印本') : isSource ? '译自' : '译为';

export const standing = defineMessages({
  en: {
    status: (status: ReadingStatus) => STATUS_EN[status],
    statusLabel: 'Reading',
    stars: 'Stars',
    starCount: (count: number) => (count === 0 ? 'No stars' : `${count} ${count === 1 ? 'star' : 'stars'}`),
    tags: 'Tags',
    collections: 'Collections',
    addToCollection: 'Add to a collection',
    takeOut: (name: string) => `Take out of “${name}”`,
    takenOut: (name: string) => `Taken out of “${name}”`,
    noCollections: 'Make a collection in the sidebar first',
    begun: (date: string) => `begun ${date}`,
    finished: (date: string) => `finished ${date}`,
    identifiers: 'Other ids',
    identifiersHint: 'One a line: PMID 123, PMCID PMC123, ISBN …, OpenReview …, ACL …, a second DOI …',
    identifierWrong: (line: string) =>
      `“${line}” begins with no kind: PMID, PMCID, ISBN, OpenReview, ACL, DOI or arXiv`,
    moreField: 'Another field…',
    role: (name: CslRole) => ROLES_EN[name] ?? plainName(name),
    variable: (name: string) => plainName(name),
    dateWrong: 'A date looks like 2024-03 or 2024-03-15',
    openFirst: 'Open this one first',
    rename: 'Name…',
    fileLabel: 'Name of the PDF',
    makeKind: (kind: FileKind) => `This is: ${KIND_EN[kind]}`,
    fileKind: (kind: FileKind) => KIND_EN[kind],
    detach: 'Take off this paper',
    detached: (name: string) => `“${name}” taken off the paper`,
    fileMenu: (name: string) => `What to do with “${name}”`,
    references: (count: number) => `References (${count})`,
    citedBy: (count: number) => `Cited in the library by (${count})`,
    addReference: (title: string) => `Add “${title}” as a paper`,
    added: (title: string) => `Added: ${title}`,
    inLibrary: 'In the library',
    goToPage: (page: number) => `Page ${page}`,
    relations: 'Related papers',
    relation: RELATION_EN,
    unrelate: (title: string) => `No longer related to “${title}”`,
    missingReferences: 'No reference list was found in the PDF',
    showAll: (count: number) => `Show all ${count}`,
  },
  'zh-Hans': {
    status: (status) => STATUS_ZH[status],
    statusLabel: '阅读状态',
    stars: '星级',
    starCount: (count) => (count === 0 ? '未评星' : `${count} 星`),
    tags: '标签',
    collections: '文献集',
    addToCollection: '加入文献集',
    takeOut: (name) => `移出“${name}”`,
    takenOut: (name) => `已移出“${name}”`,
    noCollections: '请先在侧栏新建文献集',
    begun: (date) => `${date} 开始`,
    finished: (date) => `${date} 读完`,
    identifiers: '其他编号',
    identifiersHint: '每行一个：PMID 123、PMCID PMC123、ISBN …、OpenReview …、ACL …、另一个 DOI …',
    identifierWrong: (line) => `“${line}”没有以编号类型开头：PMID、PMCID、ISBN、OpenReview、ACL、DOI 或 arXiv`,
    moreField: '添加其他字段…',
    role: (name) => ROLES_ZH[name] ?? plainName(name),
    variable: (name) => plainName(name),
    dateWrong: '日期格式如 2024-03 或 2024-03-15',
    openFirst: '优先打开此文件',
    rename: '命名…',
    fileLabel: 'PDF 名称',
    makeKind: (kind) => `标记为：${KIND_ZH[kind]}`,
    fileKind: (kind) => KIND_ZH[kind],
    detach: '从此论文移除',
    detached: (name) => `已从论文移除“${name}”`,
    fileMenu: (name) => `“${name}”的操作`,
    references: (count) => `参考文献（${count}）`,
    citedBy: (count) => `库中引用它的论文（${count}）`,
    addReference: (title) => `将《${title}》添加为论文`,
    added: (title) => `已添加：${title}`,
    inLibrary: '库中已有',
    goToPage: (page) => `第 ${page} 页`,
    relations: '相关论文',
    relation: RELATION_ZH,
    unrelate: (title) => `取消与《${title}》的关联`,
    missingReferences: '未在 PDF 中找到参考文献列表',
    showAll: (count) => `显示全部 ${count} 条`,
  },
});
