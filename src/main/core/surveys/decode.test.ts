import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

describe('decode', () => {
  it('reads UTF-8 with and without a mark, and keeps line ends', () => {
    expect(decode(bytes('a\r\n综述\n'))).toEqual({ text: 'a\r\n综述\n', encoding: 'utf-8', warnings: [] });
    expect(decode(bytes([0xef, 0xbb, 0xbf], '综述'))).toEqual({ text: '综述', encoding: 'utf-8-bom', warnings: [] });
  });

  it('reads UTF-16 of both orders by its mark, and by its zeros where the mark is missing', () => {
    const little = Buffer.from('# Notes 笔记\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decode(bytes([0xff, 0xfe], [...little]))).toMatchObject({
      text: '# Notes 笔记\n',
      encoding: 'utf-16le',
      warnings: [],
    });
    expect(decode(bytes([0xfe, 0xff], [...big]))).toMatchObject({
      text: '# Notes 笔记\n',
      encoding: 'utf-16be',
      warnings: [],
    });
    expect(decode(little)).toMatchObject({ text: '# Notes 笔记\n', encoding: 'utf-16le' });
    expect(decode(little).warnings).toHaveLength(1);
  });

  it('reads GB18030 where the bytes are Chinese text', () => {
    // 医学图像分析 in GB2312, then " CNN\n"
    const chinese = [0xd2, 0xbd, 0xd1, 0xa7, 0xcd, 0xbc, 0xcf, 0xf1, 0xb7, 0xd6, 0xce, 0xf6];
    expect(decode(bytes(chinese, ' CNN\n'))).toEqual({ text: '医学图像分析 CNN\n', encoding: 'gb18030', warnings: [] });
  });

  it('calls damaged UTF-8 UTF-8, with the line, and does not take it for GB18030', () => {
    const line = '函表构给函数';
    // As GB18030 these bytes are valid too, and nothing but Han characters without sense.
    const damaged = decode(bytes(`# A\n${line}`, [0xe5, 0xb0]));
    expect(damaged).toMatchObject({ encoding: 'utf-8', warnings: [{ line: 2 }] });
    expect(damaged.text).toContain(line);
  });

  it('reads bytes that are no text at all without throwing', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', warnings: [] });
    expect(decode(new Uint8Array([0x80, 0xff, 0x00, 0xc0])).warnings).toHaveLength(1);
  });
});
