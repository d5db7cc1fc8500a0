// Words of the components themselves.
import { defineMessages } from './i18n.tsx';

export const uiMessages = defineMessages({
  en: {
    close: 'Close',
    cancel: 'Cancel',
    clear: 'Clear',
    loading: 'Loading…',
    notifications: 'Notifications',
    saving: 'Saving…',
    notSaved: 'Not saved yet; kept as a draft',
    resize: 'Resize',
    imageNotLoaded: (what: string) => (what ? `Image: ${what}` : 'Image'),
    imageWhy: 'Images from elsewhere are not loaded',
    task: 'Task',
    linkRefused: 'This link leads nowhere Glossa would go',
  },
  'zh-Hans': {
    close: '关闭',
    cancel: '取消',
    clear: '清除',
    loading: '加载中…',
    notifications: '通知',
    saving: '保存中…',
    notSaved: '尚未保存，已留作草稿',
    resize: '调整大小',
    imageNotLoaded: (what) => (what ? `图片：${what}` : '图片'),
    imageWhy: '不加载外部图片',
    task: '任务',
    linkRefused: '不支持打开此链接',
  },
});
