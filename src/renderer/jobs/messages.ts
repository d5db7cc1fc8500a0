// Words for long work, in both languages of the interface.
import { defineMessages } from '../ui/i18n.tsx';

const KINDS_EN: Record<string, string> = { 'files.import': 'Adding PDFs' };
const KINDS_ZH: Record<string, string> = { 'files.import': '正在添加 PDF' };

export const messages = defineMessages({
  en: {
    running: (count: number) => (count === 1 ? 'One task is running' : `${count} tasks are running`),
    jobs: 'Tasks',
    kind: (call: string) => KINDS_EN[call] ?? 'Working',
    progress: (done: number, total: number) => `${done} of ${total}`,
    cancel: 'Cancel',
    cancelled: 'Cancelled; what was done so far stays',
  },
  'zh-Hans': {
    running: (count) => `${count} 个任务正在进行`,
    jobs: '任务',
    kind: (call) => KINDS_ZH[call] ?? '处理中',
    progress: (done, total) => `${done} / ${total}`,
    cancel: '取消',
    cancelled: '已取消，已完成的部分会保留',
  },
});
