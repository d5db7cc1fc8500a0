import { describe, expect, it } from 'vitest';
import { sideOf } from './script.ts';

const english = { primary: 'en', secondary: 'zh-Hans' };

describe('the side a quote belongs on', () => {
  it('is told by its script', () => {
    expect(sideOf('Fine-tuned CNNs outperform training from scratch.', english)).toBe('primary');
    expect(sideOf('微调后的网络优于从头训练。', english)).toBe('secondary');
    expect(sideOf('微调后的网络优于从头训练。', { primary: 'zh-Hans', secondary: 'en' })).toBe('primary');
  });

  it('is Chinese for a Chinese sentence with English terms in it, and English for the reverse', () => {
    expect(sideOf('使用 ResNet-50 作为骨干网络进行 fine-tuning', english)).toBe('secondary');
    expect(sideOf('The term 微调 (fine-tuning) is used throughout this paper.', english)).toBe('primary');
  });

  it('knows other pairs of languages', () => {
    expect(sideOf('Модель переобучается.', { primary: 'en', secondary: 'ru' })).toBe('secondary');
    expect(sideOf('모델이 과적합된다.', { primary: 'zh-Hant', secondary: 'ko' })).toBe('secondary');
  });

  it('is the primary one where the script cannot tell', () => {
    expect(sideOf('0.94 ± 0.02', english)).toBe('primary');
    expect(sideOf('Das Netz lernt.', { primary: 'en', secondary: 'de' })).toBe('primary');
  });
});
