// Words about pairs of papers that may be one work.
import type { PairReason } from '#shared/papers.ts';
import { defineMessages } from '../ui/i18n.tsx';

type Code = PairReason['code'];
const EN: Record<Code, (value: string) => string> = {
  doi: (value) => `same DOI ${value}`,
  arxiv: (value) => `same arXiv id ${value}`,
  pmid: (value) => `same PMID ${value}`,
  pmcid: (value) => `same PMCID ${value}`,
  openreview: (value) => `same OpenReview id ${value}`,
  acl: (value) => `same ACL id ${value}`,
  isbn: (value) => `same ISBN ${value}`,
  url: () => 'same address',
  title: () => 'same title',
  'near-title': (value) => `titles ${value} % alike`,
  'other-language-title': () => 'the title of one is the second title of the other',
  'same-text': () => 'the same PDF',
  authors: () => 'an author in common',
  year: (value) => `both of ${value}`,
  'file-title': (value) => `the PDF’s title is ${value} % like the paper’s`,
};
const ZH: Record<Code, (value: string) => string> = {
  doi: (value) => `DOI 相同：${value}`,
  arxiv: (value) => `arXiv 编号相同：${value}`,
  pmid: (value) => `PMID 相同：${value}`,
  pmcid: (value) => `PMCID 相同：${value}`,
  openreview: (value) => `OpenReview 编号相同：${value}`,
  acl: (value) => `ACL 编号相同：${value}`,
  isbn: (value) => `ISBN 相同：${value}`,
  url: () => '网址相同',
  title: () => '标题相同',
  'near-title': (value) => `标题相似度 ${value}%`,
  'other-language-title': () => '一方的标题是另一方的第二标题',
  'same-text': () => '同一个 PDF',
  authors: () => '有相同作者',
  year: (value) => `同为 ${value} 年`,
  'file-title': (value) => `PDF 标题与论文标题相似度 ${value}%`,
};

export const duplicateMessages = defineMessages({
  en: {
    title: 'Possible duplicates',
    none: 'No two papers look like one',
    noneText:
      'Papers are compared by their identifiers, titles in both languages, people and files. Nothing leaves this computer.',
    score: (percent: number) => `${percent} % sure`,
    reason: (code: Code, value: string) => EN[code](value),
    atImport: 'seen when the PDF came in',
    merge: 'Make them one',
    relate: 'Preprint and published version',
    apart: 'Two different works',
    merged: (title: string) => `Merged into “${title}”`,
    keptApart: 'Kept apart; they will not be proposed again',
    has: (files: number, marks: number, findings: number, passages: number) =>
      `${files} PDF · ${marks} marks · ${findings} findings · ${passages} passages`,
  },
  'zh-Hans': {
    title: '可能重复的论文',
    none: '没有疑似重复的论文',
    noneText: '根据编号、两种语言的标题、作者和文件进行比较，全部在本机完成。',
    score: (percent) => `可信度 ${percent}%`,
    reason: (code, value) => ZH[code](value),
    atImport: '导入 PDF 时发现',
    merge: '合并为一篇',
    relate: '预印本与正式发表版本',
    apart: '是两篇不同的论文',
    merged: (title) => `已合并到《${title}》`,
    keptApart: '已标记为不同论文，不再提示',
    has: (files, marks, findings, passages) =>
      `${files} 个 PDF · ${marks} 处标注 · ${findings} 条结论 · ${passages} 段笔记`,
  },
});
