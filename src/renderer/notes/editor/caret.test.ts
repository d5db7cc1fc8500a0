import { describe, expect, it } from 'vitest';
import { caretIn } from './caret.ts';

/** `|` marks the click in the rendered text and the caret in the source. */
const caret = (rendered: string, source: string) => {
  const [before = '', after = ''] = rendered.split('|');
  const at = caretIn(source, before, after);
  return `${source.slice(0, at)}|${source.slice(at)}`;
};

describe('a click on rendered text', () => {
  it('puts the caret at the same words of the source', () => {
    expect(caret('Fine-tuning is enough| for most.', 'Fine-tuning is **enough** for most.')).toBe(
      'Fine-tuning is **enough**| for most.',
    );
    expect(caret('微调已经|足够。', '微调已经**足够**。')).toBe('微调已经|**足够**。');
  });

  it('takes the nearest of several like places', () => {
    expect(caret('one two, one |two', '*one* two, *one* two')).toBe('*one* two, *one* |two');
    expect(caret('one |two, one two', '*one* two, *one* two')).toBe('*one* |two, *one* two');
  });

  it('goes to the end where the source reads otherwise', () => {
    expect(caret('E=mc2|', '$E = mc^2$')).toBe('$E = mc^2$|');
    expect(caret('|', 'abc')).toBe('abc|');
  });
});
