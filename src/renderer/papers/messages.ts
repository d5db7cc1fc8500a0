// Words about papers, in both languages of the interface.
import type { ImportedFile } from '#shared/files.ts';
import type { FileState, PaperFields } from '#shared/papers.ts';
import { defineMessages } from '../ui/i18n.tsx';

type Field = Exclude<keyof PaperFields, 'more' | 'people' | 'identifiers'>;
const FIELDS_EN: Record<Field, string> = {
  citekey: 'Citation key',
  type: 'Kind',
  title: 'Title',
  titleSecondary: 'Second title',
  authors: 'Authors',
  year: 'Year',
  issued: 'Date',
  container: 'Published in',
  volume: 'Volume',
  issue: 'Issue',
  pages: 'Pages',
  publisher: 'Publisher',
  abstract: 'Abstract',
  language: 'Language',
  status: 'Reading',
  startedAt: 'Begun',
  finishedAt: 'Finished',
  stars: 'Stars',
  doi: 'DOI',
  arxivId: 'arXiv',
  url: 'Address',
};
const FIELDS_ZH: Record<Field, string> = {
  citekey: '引用键',
  type: '类型',
  title: '标题',
  titleSecondary: '第二标题',
  authors: '作者',
  year: '年份',
  issued: '日期',
  container: '发表于',
  volume: '卷',
  issue: '期',
  pages: '页码',
  publisher: '出版者',
  abstract: '摘要',
  language: '语言',
  status: '阅读状态',
  startedAt: '开始阅读',
  finishedAt: '读完',
  stars: '星级',
  doi: 'DOI',
  arxivId: 'arXiv',
  url: '网址',
};

/** CSL types offered; any other type a paper has is kept and shown as it is. */
const TYPES_EN: Record<string, string> = {
  'article-journal': 'Journal article',
  'paper-conference': 'Conference paper',
  article: 'Preprint',
  book: 'Book',
  chapter: 'Book chapter',
  thesis: 'Thesis',
  report: 'Report',
  webpage: 'Web page',
  dataset: 'Data set',
  software: 'Software',
  document: 'Document',
};
const TYPES_ZH: Record<string, string> = {
  'article-journal': '期刊论文',
  'paper-conference': '会议论文',
  article: '预印本',
  book: '图书',
  chapter: '图书章节',
  thesis: '学位论文',
  report: '报告',
  webpage: '网页',
  dataset: '数据集',
  software: '软件',
  document: '文档',
};
export const TYPES = Object.keys(TYPES_EN);

const STATES_EN: Record<FileState, string> = {
  ready: 'PDF',
  damaged: 'PDF damaged',
  locked: 'PDF needs a password',
  unread: 'PDF could not be read in time',
  missing: 'PDF file is gone',
};
const STATES_ZH: Record<FileState, string> = {
  ready: 'PDF',
  damaged: 'PDF 已损坏',
  locked: 'PDF 需要密码',
  unread: 'PDF 未能在限定时间内读取',
  missing: 'PDF 文件已丢失',
};

type MatchedBy = NonNullable<ImportedFile['matchedBy']>;
const IMPORT_EN: Record<ImportedFile['status'], string> = {
  added: 'Added',
  already: 'Already in the library',
  damaged: 'Damaged',
  locked: 'Needs a password',
  refused: 'Refused',
};
const IMPORT_ZH: Record<ImportedFile['status'], string> = {
  added: '已添加',
  already: '已在库中',
  damaged: '已损坏',
  locked: '需要密码',
  refused: '已拒绝',
};
const MATCHED_EN: Record<MatchedBy, string> = {
  doi: 'by its DOI',
  arxiv: 'by its arXiv id',
  title: 'by its title',
  pmid: 'by its PMID',
  url: 'by its address',
  text: 'by its text: the same words in another file',
  none: 'as a new paper',
};
const MATCHED_ZH: Record<MatchedBy, string> = {
  doi: '按 DOI 匹配',
  arxiv: '按 arXiv 编号匹配',
  title: '按标题匹配',
  pmid: '按 PMID 匹配',
  url: '按网址匹配',
  text: '按正文匹配：内容相同的另一个文件',
  none: '新建论文',
};

export const messages = defineMessages({
  en: {
    field: (name: Field) => FIELDS_EN[name],
    type: (type: string) => TYPES_EN[type] ?? type,
    fileState: (state: FileState) => STATES_EN[state],
    noPdf: 'No PDF yet',
    pdf: (pages: number, versions: number) =>
      `PDF, ${pages} ${pages === 1 ? 'page' : 'pages'}${versions > 1 ? `, ${versions} versions` : ''}`,
    pageCount: (pages: number) => `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    untitled: 'Untitled paper',
    details: 'Details of the paper',
    authorsHint: 'One a line: Family, Given',
    yearWrong: 'A year is a number, such as 2024',
    notSet: 'Not set',
    openLink: (address: string) => `Open ${address}`,
    read: 'Read',
    addPdf: 'Add PDF',
    files: 'PDFs',
    surveys: 'In surveys',
    remove: 'Move to trash',
    removed: (title: string) => `“${title}” is in the trash`,
    restore: 'Restore',
    restored: (title: string) => `“${title}” is back`,
    inTrash: 'This paper is in the trash',
    cover: 'First page',
    findings: (count: number) => `${count} ${count === 1 ? 'finding' : 'findings'}`,
    marks: (count: number) => `${count} ${count === 1 ? 'mark' : 'marks'}`,
    passages: (count: number) => `${count} ${count === 1 ? 'passage' : 'passages'}`,
    gone: 'This paper is no longer there',
    more: 'More',
    importTitle: 'What became of the PDFs',
    importSum: (added: number, matched: number, already: number, failed: number) =>
      [
        added > 0 &&
          `${added} ${added === 1 ? 'PDF' : 'PDFs'} added${matched > 0 ? `, ${matched} matched to a known paper` : ''}`,
        already > 0 && `${already} already in the library`,
        failed > 0 && `${failed} with a problem`,
      ]
        .filter(Boolean)
        .join(' · '),
    importOne: (title: string) => `PDF added to “${title}”`,
    importStatus: (status: ImportedFile['status']) => IMPORT_EN[status],
    matchedBy: (by: MatchedBy) => MATCHED_EN[by],
    show: 'Show',
    nothingFound: 'No PDF was found there',
    uploading: (name: string) => `Bringing in ${name}`,
    showPaper: 'Show the paper',
  },
  'zh-Hans': {
    field: (name) => FIELDS_ZH[name],
    type: (type) => TYPES_ZH[type] ?? type,
    fileState: (state) => STATES_ZH[state],
    noPdf: '暂无 PDF',
    pdf: (pages, versions) => `PDF，${pages} 页${versions > 1 ? `，${versions} 个版本` : ''}`,
    pageCount: (pages) => `${pages} 页`,
    untitled: '无标题论文',
    details: '论文信息',
    authorsHint: '每行一位：姓, 名',
    yearWrong: '年份应为数字，例如 2024',
    notSet: '未填写',
    openLink: (address) => `打开 ${address}`,
    read: '阅读',
    addPdf: '添加 PDF',
    files: 'PDF 文件',
    surveys: '所属综述',
    remove: '移入回收站',
    removed: (title) => `《${title}》已移入回收站`,
    restore: '恢复',
    restored: (title) => `《${title}》已恢复`,
    inTrash: '此论文在回收站中',
    cover: '首页',
    findings: (count) => `${count} 条结论`,
    marks: (count) => `${count} 处批注`,
    passages: (count) => `${count} 段笔记`,
    gone: '此论文已不存在',
    more: '更多',
    importTitle: 'PDF 导入结果',
    importSum: (added, matched, already, failed) =>
      [
        added > 0 && `已添加 ${added} 个 PDF${matched > 0 ? `，其中 ${matched} 个匹配到已有论文` : ''}`,
        already > 0 && `${already} 个已在库中`,
        failed > 0 && `${failed} 个有问题`,
      ]
        .filter(Boolean)
        .join(' · '),
    importOne: (title) => `已为《${title}》添加 PDF`,
    importStatus: (status) => IMPORT_ZH[status],
    matchedBy: (by) => MATCHED_ZH[by],
    show: '查看',
    nothingFound: '未找到 PDF',
    uploading: (name) => `正在导入 ${name}`,
    showPaper: '查看论文',
  },
});
