// Texts of the ways through the document, in both languages of the interface.
import { defineMessages } from '../../ui/i18n.tsx';

export const navMessages = defineMessages({
  en: {
    nav: 'Through the document',
    show: 'Show outline, pages and search',
    hide: 'Hide outline, pages and search',
    toggle: 'Show or hide outline, pages and search',
    outline: 'Outline',
    pages: 'Pages',
    find: 'Find',
    resize: 'Width of the pane before the page',
    noOutline: 'This document has no outline.',
    page: (label: string) => `Page ${label}`,
    findIn: 'Find in the document',
    findNext: 'Next place found',
    findPrevious: 'Previous place found',
    showPages: 'Show the pages as thumbnails',
    showOutline: 'Show the outline',
  },
  'zh-Hans': {
    nav: '文档导航',
    show: '显示目录、页面与查找',
    hide: '隐藏目录、页面与查找',
    toggle: '显示或隐藏目录、页面与查找',
    outline: '目录',
    pages: '页面',
    find: '查找',
    resize: '导航栏宽度',
    noOutline: '此文档没有目录。',
    page: (label) => `第 ${label} 页`,
    findIn: '在文档中查找',
    findNext: '查找下一处',
    findPrevious: '查找上一处',
    showPages: '显示页面缩略图',
    showOutline: '显示目录',
  },
});
