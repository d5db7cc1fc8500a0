// Words of live quotes in notes.
import type { QuoteState } from '#shared/live-quotes.ts';
import { defineMessages } from '../ui/i18n.tsx';

export const quoteMessages = defineMessages({
  en: {
    open: 'Show these words in their page',
    gone: 'The mark this quotes is gone',
    differs: 'The quote and its mark differ',
    why: (state: QuoteState) =>
      state === 'marked'
        ? 'The mark has other words now.'
        : state === 'reworded'
          ? 'The quote was reworded here.'
          : 'The mark and the quote have both changed.',
    inMark: 'Marked',
    inNote: 'Here',
    takeMark: 'Use the marked words',
    keepNote: 'Keep these',
    copied: 'Quote copied; paste it into a note',
    copy: 'Copy as a live quote',
  },
  'zh-Hans': {
    open: '在页面中查看原文',
    gone: '所引用的标注已不存在',
    differs: '引文与标注不一致',
    why: (state) =>
      state === 'marked' ? '标注的文字已更改。' : state === 'reworded' ? '此处的引文已改写。' : '标注与引文都已更改。',
    inMark: '标注',
    inNote: '此处',
    takeMark: '采用标注文字',
    keepNote: '保留此处文字',
    copied: '已复制引文，可粘贴到笔记中',
    copy: '复制为动态引文',
  },
});
