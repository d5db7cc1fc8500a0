// Why a file was not taken in, or what there is to say of it, in both languages of the interface.
import type { FileReason } from '#shared/files.ts';
import { defineMessages } from '../ui/i18n.tsx';

type Params = Record<string, string>;
type Words = Record<Exclude<FileReason['code'], 'other'>, (params: Params) => string>;

const EN: Words = {
  'not-pdf': ({ shown }) => (shown ? `Not a PDF: it starts with “${shown}”` : 'Not a PDF'),
  'web-page': () => 'A web page, not a PDF: the site may have asked for a log-in instead of sending the file',
  empty: () => 'The file is empty',
  missing: () => 'It is no longer there, or may not be looked at',
  'not-readable': () => 'It may not be read. Check its permissions',
  'not-regular': () => 'Not a regular file',
  'too-large': () => 'Larger than 2 GiB',
  changing: () => 'It changes while it is read. Add it again when it is complete',
  'no-pdfs': () => 'No PDFs in this folder',
  'too-many': ({ most }) => `More than ${most} PDFs. Choose a smaller folder`,
  ticket: () => 'No longer at hand. Choose it again',
  locked: () => 'Protected by a password; it is kept, but cannot be read',
  damaged: () => 'Damaged; it is kept, but cannot be read',
  unread: () => 'Could not be read within its limits; it is kept',
  already: () => '',
  'from-trash': () => 'Its paper was brought back from the trash',
  'same-text': ({ label }) => `Says the same as “${label}” in other bytes; kept as another file of that paper`,
};
const ZH: Words = {
  'not-pdf': ({ shown }) => (shown ? `不是 PDF：开头为“${shown}”` : '不是 PDF'),
  'web-page': () => '是网页而非 PDF：网站可能要求登录，没有发送文件',
  empty: () => '文件为空',
  missing: () => '文件已不存在，或无权查看',
  'not-readable': () => '无法读取，请检查文件权限',
  'not-regular': () => '不是普通文件',
  'too-large': () => '超过 2 GiB',
  changing: () => '读取过程中文件仍在变化，请在写入完成后重新添加',
  'no-pdfs': () => '文件夹中没有 PDF',
  'too-many': ({ most }) => `PDF 超过 ${most} 个，请选择较小的文件夹`,
  ticket: () => '文件已不可用，请重新选择',
  locked: () => '受密码保护；已保存，但无法读取',
  damaged: () => '已损坏；已保存，但无法读取',
  unread: () => '未能在限定范围内读取；已保存',
  already: () => '',
  'from-trash': () => '对应的论文已从回收站恢复',
  'same-text': ({ label }) => `与“${label}”内容相同但字节不同，已作为同一论文的另一个文件保存`,
};

export const fileReasons = defineMessages({
  en: {
    reason: (reason: FileReason) =>
      reason.code === 'other' ? (reason.params['message'] ?? '') : EN[reason.code](reason.params),
    near: (title: string, percent: number) => `It may be “${title}” (${percent} %): see possible duplicates`,
  },
  'zh-Hans': {
    reason: (reason) => (reason.code === 'other' ? (reason.params['message'] ?? '') : ZH[reason.code](reason.params)),
    near: (title, percent) => `可能是《${title}》（${percent}%），请查看“可能重复的论文”`,
  },
});
