// Texts of reading side by side, in both languages of the interface.
import { defineMessages } from '../../ui/i18n.tsx';

export const besideMessages = defineMessages({
  en: {
    toggle: 'Read side by side',
    which: 'Paper beside',
    close: 'Close the view beside',
    resize: 'Width of the view beside',
    gone: 'This paper is not here any more. Choose another, or close this view.',
  },
  'zh-Hans': {
    toggle: '并排阅读',
    which: '旁边的论文',
    close: '关闭旁边的视图',
    resize: '旁边视图的宽度',
    gone: '这篇论文已不在此处。请选择另一篇，或关闭此视图。',
  },
});
