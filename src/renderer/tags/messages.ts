// Words of the tags room.
import { defineMessages } from '../ui/i18n.tsx';

export const messages = defineMessages({
  en: {
    tags: 'Tags',
    addTag: 'Add a tag',
    newTag: (name: string) => `New tag “${name}”`,
    takeOff: (name: string) => `Take off “${name}”`,
    takenOff: (name: string) => `Tag “${name}” taken off`,
  },
  'zh-Hans': {
    tags: '标签',
    addTag: '添加标签',
    newTag: (name) => `新建标签“${name}”`,
    takeOff: (name) => `移除标签“${name}”`,
    takenOff: (name) => `已移除标签“${name}”`,
  },
});
