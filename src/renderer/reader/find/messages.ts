// Texts of finding in the document, in both languages of the interface.
import { defineMessages } from '../../ui/i18n.tsx';

export const findMessages = defineMessages({
  en: {
    find: 'Find in the document',
    next: 'Next place',
    previous: 'Previous place',
    matchCase: 'Match case',
    wholeWord: 'Whole words',
    count: (at: number, count: number) => `${at} of ${count}`,
    many: (at: number, count: number) => `${at} of ${count} or more`,
    nothing: 'Not in this document',
    looking: 'Reading the document’s words',
    failed: 'This document has no words that can be searched. If it is a scan, it needs text recognition first.',
    places: 'Places found',
    hint: 'Type what to look for. Line breaks, hyphens, ligatures, and simplified or traditional characters make no difference.',
    page: (label: string) => `Page ${label}`,
    close: 'Stop searching',
  },
  'zh-Hans': {
    find: '在文档中查找',
    next: '下一处',
    previous: '上一处',
    matchCase: '区分大小写',
    wholeWord: '全词匹配',
    count: (at, count) => `第 ${at} 处，共 ${count} 处`,
    many: (at, count) => `第 ${at} 处，共 ${count} 处以上`,
    nothing: '文档中没有',
    looking: '正在读取文档的文字',
    failed: '此文档没有可查找的文字。如果是扫描件，需要先做文字识别。',
    places: '查找结果',
    hint: '输入要查找的内容。换行、连字符、连写字母、简繁体都不影响结果。',
    page: (label) => `第 ${label} 页`,
    close: '结束查找',
  },
});
