// Every text of the evidence view, in both languages of the interface.
import { defineMessages } from '../ui/i18n.tsx';

export const messages = defineMessages({
  en: {
    title: 'Evidence side by side',
    none: 'No evidence yet',
    noneText: 'Mark words in a paper and link them to this finding: they will stand here with their page.',
    failed: 'The finding could not be read',
    open: 'Open in the paper',
    page: (label: string) => `Page ${label}`,
    pane: (number: number, title: string) => `Evidence ${number}: ${title}`,
    whole: 'Whole pages',
    openFinding: 'Open the finding',
    comment: 'Comment',
  },
  'zh-Hans': {
    title: '并排查看证据',
    none: '尚无证据',
    noneText: '在论文中标注文字并关联到此结论，它们会连同所在页面显示在这里。',
    failed: '无法读取结论',
    open: '在论文中打开',
    page: (label) => `第 ${label} 页`,
    pane: (number, title) => `证据 ${number}：${title}`,
    whole: '显示整页',
    openFinding: '打开结论',
    comment: '评语',
  },
});
