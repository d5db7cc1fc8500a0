// Words of the drawing tools.
import type { ShapeKind } from '#shared/annotations.ts';
import { defineMessages } from '../../ui/i18n.tsx';

const EN: Record<ShapeKind, [name: string, hint: string]> = {
  area: ['Mark an area', 'Drag over a figure or table. Esc to stop.'],
  ink: ['Draw', 'Draw on the page. Esc to stop.'],
  note: ['Sticky note', 'Click where the note should stick. Esc to stop.'],
  text: ['Write on the page', 'Click or drag where to write. Esc to stop.'],
};
const ZH: Record<ShapeKind, [name: string, hint: string]> = {
  area: ['标记区域', '拖动框选图表。按 Esc 结束。'],
  ink: ['手绘', '在页面上绘制。按 Esc 结束。'],
  note: ['便签', '点击要贴便签的位置。按 Esc 结束。'],
  text: ['在页面上书写', '点击或拖动要书写的位置。按 Esc 结束。'],
};

export const toolMessages = defineMessages({
  en: {
    tools: 'Drawing tools',
    area: EN.area[0],
    ink: EN.ink[0],
    note: EN.note[0],
    text: EN.text[0],
    drawing: (tool: ShapeKind) => EN[tool][0],
    hint: (tool: ShapeKind) => EN[tool][1],
  },
  'zh-Hans': {
    tools: '绘制工具',
    area: ZH.area[0],
    ink: ZH.ink[0],
    note: ZH.note[0],
    text: ZH.text[0],
    drawing: (tool) => ZH[tool][0],
    hint: (tool) => ZH[tool][1],
  },
});
