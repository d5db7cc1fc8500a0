// Texts of what words refer to, in both languages of the interface.
import { defineMessages } from '../../ui/i18n.tsx';

export const lookupMessages = defineMessages({
  en: {
    preview: 'What the words refer to',
    show: 'Show what the words refer to',
    nothing: 'Nothing is referred to here',
    go: 'Go there',
    goReference: 'Go to the reference',
    open: 'Open the paper',
    openBeside: 'Open beside',
    add: 'Add to the library',
    added: 'Added to the library',
    inLibrary: 'In your library',
    page: (label: string) => `Page ${label}`,
    close: 'Close',
    drawing: 'Drawing',
  },
  'zh-Hans': {
    preview: '引用的内容',
    show: '显示所引用的内容',
    nothing: '此处没有引用',
    go: '前往',
    goReference: '前往参考文献',
    open: '打开论文',
    openBeside: '在旁边打开',
    add: '加入文献库',
    added: '已加入文献库',
    inLibrary: '已在文献库中',
    page: (label) => `第 ${label} 页`,
    close: '关闭',
    drawing: '正在绘制',
  },
});
