// The texts of a field that saves as one types.
import { defineMessages } from '../../ui/i18n.tsx';

export const messages = defineMessages({
  en: {
    saving: 'Saving…',
    failed: 'Not saved yet',
    retry: 'Try again',
    elsewhere: 'Changed elsewhere while you were typing',
    elsewhereEmpty: '(emptied)',
    mine: 'Keep mine',
    theirs: 'Take the other',
    both: 'Keep both',
  },
  'zh-Hans': {
    saving: '正在保存…',
    failed: '尚未保存',
    retry: '重试',
    elsewhere: '您输入时，内容在别处被修改',
    elsewhereEmpty: '（已清空）',
    mine: '保留我的',
    theirs: '采用对方的',
    both: '两者都保留',
  },
});
