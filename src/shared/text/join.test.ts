import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { habitsOf, NO_HABITS } from './habits.ts';
import { joinLines } from './join.ts';

const joined = (left: string, right: string, document = ''): string => {
  const join = joinLines(left, right, habitsOf([document]));
  return (join.dropHyphen ? left.slice(0, -1) : left) + join.text + right;
};

describe('joining two lines', () => {
  it('puts a space between Latin words', () => {
    expect(joined('the deep', 'network')).toBe('the deep network');
  });

  it('closes Han against Han, kana and full-width punctuation', () => {
    expect(joined('深度学', '习方法')).toBe('深度学习方法');
    expect(joined('深度学', '习方法', '我们用 CNN 模型')).toBe('深度学习方法');
    expect(joined('これは', '日本')).toBe('これは日本');
    expect(joined('方法，', 'ResNet')).toBe('方法，ResNet');
    expect(joined('learning', '（深度')).toBe('learning（深度');
  });

  it('keeps the spaces of Hangul', () => {
    expect(joined('딥러닝', '모델')).toBe('딥러닝 모델');
  });

  it('follows the habit of the document between Han and Latin', () => {
    expect(joined('使用', 'ResNet', '我们用 CNN 和 RNN 模型')).toBe('使用 ResNet');
    expect(joined('使用', 'ResNet', '我们用CNN和RNN模型')).toBe('使用ResNet');
    expect(joined('ResNet', '模型', '我们用 CNN 和 RNN 模型')).toBe('ResNet 模型');
  });

  it('keeps numbers apart', () => {
    expect(joined('between 10', '20 and 30')).toBe('between 10 20 and 30');
  });

  it('drops a line-end hyphen where the document uses the whole word', () => {
    expect(joined('image recog-', 'nition tasks', 'recognition is hard')).toBe('image recognition tasks');
    expect(joined('the net-', 'work', 'a network is not a net, work it')).toBe('the network');
  });

  it('drops a line-end hyphen of a syllable break nothing else is known of', () => {
    expect(joined('a convolu-', 'tional layer')).toBe('a convolutional layer');
  });

  it('keeps the hyphen of a compound the document writes', () => {
    expect(joined('state-of-', 'the-art', 'a state-of-the-art method')).toBe('state-of-the-art');
    expect(joined('the well-', 'known result', 'a well-known fact')).toBe('the well-known result');
  });

  it('keeps the hyphen where both parts are words of the document and the whole is not', () => {
    expect(joined('a feature-', 'extraction step', 'each feature needs extraction')).toBe('a feature-extraction step');
  });

  it('keeps the hyphen before a capital or a digit and after a digit', () => {
    expect(joined('Fast R-', 'CNN')).toBe('Fast R-CNN');
    expect(joined('COVID-', '19 cases')).toBe('COVID-19 cases');
    expect(joined('a 152-', 'layer net')).toBe('a 152-layer net');
  });

  it('tells endings from words, and adverbs and single letters from syllables', () => {
    expect(joined('a success-', 'fully trained net', 'success comes fully')).toBe('a successfully trained net');
    expect(joined('a deeply-', 'supervised net', 'a deep net')).toBe('a deeply-supervised net');
    expect(joined('the t-', 'test')).toBe('the t-test');
  });

  it('drops the hyphen inside a word set in capitals', () => {
    expect(joined('INTRODUC-', 'TION')).toBe('INTRODUCTION');
  });

  it('keeps a suspended hyphen and its space', () => {
    expect(joined('both pre-', 'and post-processing')).toBe('both pre- and post-processing');
  });

  it('always drops a soft hyphen', () => {
    expect(joined('Donau\u00AD', 'dampf')).toBe('Donaudampf');
  });

  it('keeps dashes and slashes that touch their word closed, and free ones apart', () => {
    expect(joined('http://example.org/', 'paper')).toBe('http://example.org/paper');
    expect(joined('a pause—', 'then more')).toBe('a pause—then more');
    expect(joined('a pause –', 'then more')).toBe('a pause – then more');
  });

  it('never loses anything but a hyphen, and never adds anything but one space', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab Z9-—，。中文かな한글()".'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const join = joinLines(left, right, NO_HABITS);
        if (join.dropHyphen) {
          expect(left).toMatch(/[-\u2010\u00AD]$/u);
          expect(join.text).toBe('');
        }
        expect(['', ' ']).toContain(join.text);
      }),
    );
  });
});
