// The words for every problem, in both languages of the interface. The one place where a code becomes a sentence.
import { uiLanguage, type UiLanguage } from '../ui/language.ts';
import { problemCode, toAppError, type ProblemCode } from './problems.ts';

const words: Record<UiLanguage, Record<ProblemCode, string>> = {
  en: {
    bad_input: 'That does not fit',
    not_found: 'That is no longer there',
    conflict: 'That clashes with what is already there',
    refused: 'This file or address is not accepted',
    busy: 'The library is in use by another program',
    storage: 'The disk refused. Nothing was lost; free some space or check permissions and try again',
    damaged: 'The library or one of its files is damaged',
    newer: 'This library was written by a newer Glossa',
    unauthorized: 'This window is not let in. Open Glossa again from where you started it',
    cancelled: 'Cancelled',
    internal: 'Something went wrong inside Glossa. What you did was not saved',
    unreachable: 'Glossa does not answer. What you did was not saved yet',
  },
  'zh-Hans': {
    bad_input: '输入有误',
    not_found: '内容已不存在',
    conflict: '与已有内容冲突',
    refused: '无法接受该文件或地址',
    busy: '文献库正被其他程序使用',
    storage: '磁盘写入失败，内容没有丢失；请清理空间或检查权限后重试',
    damaged: '文献库或其中的文件已损坏',
    newer: '该文献库由更新版本的 Glossa 写入',
    unauthorized: '此窗口未获授权，请从启动 Glossa 的位置重新打开',
    cancelled: '已取消',
    internal: 'Glossa 内部出错，刚才的操作未保存',
    unreachable: 'Glossa 没有响应，刚才的操作尚未保存',
  },
};

/** Problems that name themselves in `details.reason`, with the file or thing they are about in `details.name`. */
const reasons: Record<UiLanguage, Record<string, (name: string) => string>> = {
  en: {},
  'zh-Hans': {
    'survey-changed': () => '综述其间已被修改，请重新查看。',
    'survey-upload': () => '只能关联本机上的文件：请在桌面程序或命令行中选择。',
    'survey-file-gone': (name) => `${name} 不存在或无法读取，请从现在的位置重新关联。`,
    'survey-file-changed': (name) => `${name} 其间已被修改，请重新查看。`,
    'survey-file-ahead': (name) => `${name} 中有尚未采纳的修改，请先采纳。`,
    'survey-file-unwritable': (name) => `无法写入 ${name}，请检查磁盘与权限。`,
    'survey-no-place': () => '综述正文没有提到这条结论的论文，无处可放。',
    'survey-folder': (name) => `${name} 是文件夹，请选择一个 Markdown 文件。`,
    'survey-size': (name) => `${name} 超过 32 MB，不是综述文件。`,
    'survey-unreadable': (name) => `无法读取 ${name}，请确认文件存在且有读取权限。`,
    'survey-pdf': (name) => `${name} 是 PDF，不是 Markdown 综述。`,
    'survey-binary': (name) => `${name} 不是文本文件；综述应为 Markdown 文件。`,
  },
};

/** The core's own message says which field or file; the code's words say what kind of problem it is. */
const NAMED: ReadonlySet<ProblemCode> = new Set([
  'bad_input',
  'conflict',
  'refused',
  'damaged',
  'storage',
  'not_found',
]);

/** A sentence about what went wrong, in the interface's language. */
export function problemText(thrown: unknown, language: UiLanguage = uiLanguage()): string {
  const code = problemCode(thrown);
  const said = words[language][code];
  const { reason, name } = toAppError(thrown).details;
  const own = typeof reason === 'string' ? reasons[language][reason] : undefined;
  if (own) return own(typeof name === 'string' ? name : '');
  const message = NAMED.has(code) ? toAppError(thrown).message.trim() : '';
  if (!message) return language === 'en' ? `${said}.` : `${said}。`;
  return language === 'en' ? `${said}: ${message}` : `${said}：${message}`;
}
