// Words of the review queue.
import { defineMessages } from '../ui/i18n.tsx';

export const reviewMessages = defineMessages({
  en: {
    title: 'Marks without a sure place',
    waiting: (count: number) =>
      count === 1 ? '1 mark waits for a place in the new file' : `${count} marks wait for a place in the new file`,
    review: 'Review',
    what: 'Another version of the file has other words here. Each mark stays where it was until you decide.',
    done: 'All marks have their place.',
    before: 'Before',
    after: (percent: number) => `After, ${percent}% alike`,
    none: 'No words like these were found.',
    accept: 'Accept',
    pick: 'Pick another place',
    leave: 'Leave where it was',
    pickHint: 'Select the words and press “Give the lit mark these words”.',
    placed: (placed: number, total: number, open: number) =>
      open > 0 ? `${placed} of ${total} marks placed, ${open} need you` : `${placed} of ${total} marks placed`,
    other: 'The new file has another text: the marks stay where they are.',
  },
  'zh-Hans': {
    title: '位置不确定的标注',
    waiting: (count) => `${count} 处标注等待在新文件中确定位置`,
    review: '查看',
    what: '新版本文件此处的文字不同。在您决定之前，标注保持原位。',
    done: '所有标注都已确定位置。',
    before: '之前',
    after: (percent) => `之后（相似度 ${percent}%）`,
    none: '未找到相近的文字。',
    accept: '接受',
    pick: '另选位置',
    leave: '保持原位',
    pickHint: '选中文字后点击“将当前标注移到所选文字”。',
    placed: (placed, total, open) =>
      open > 0 ? `${total} 处标注中已定位 ${placed} 处，${open} 处需要您确认` : `${total} 处标注中已定位 ${placed} 处`,
    other: '新文件的文字不同，标注保持原位。',
  },
});
