import { describe, expect, test } from 'vitest';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import { problemText } from './problem-messages.ts';
import { problemCode, responseError, toAppError, type ProblemCode } from './problems.ts';

describe('a problem', () => {
  test('of the core keeps its code, message and facts', () => {
    const thrown = Object.assign(new Error('The DOI belongs to another paper'), {
      code: 'conflict',
      data: { paperId: 'p' },
    });
    expect(toAppError(thrown)).toMatchObject({
      code: 'conflict',
      message: 'The DOI belongs to another paper',
      details: { paperId: 'p' },
    });
  });

  test('of the network is an unreachable core, an abort is cancelled, anything else a bug', () => {
    expect(problemCode(new TypeError('Failed to fetch'))).toBe('unreachable');
    expect(problemCode(new DOMException('x', 'AbortError'))).toBe('cancelled');
    expect(problemCode(Object.assign(new Error('x'), { code: 'TEAPOT' }))).toBe('internal');
    expect(problemCode('x')).toBe('internal');
  });

  test('of an upload is read from the answer, or from its status', async () => {
    expect((await responseError(Response.json({ code: 'storage', message: 'full' }, { status: 507 }))).code).toBe(
      'storage',
    );
    expect((await responseError(new Response('no', { status: 413 }))).code).toBe('refused');
    expect((await responseError(new Response('no', { status: 401 }))).code).toBe('unauthorized');
  });

  test.each([...Object.keys(ERROR_CODES), 'unreachable'] as ProblemCode[])('%s has words in both languages', (code) => {
    const error = code === 'unreachable' ? new TypeError('x') : new AppError(code, '');
    expect(problemText(error, 'en')).toMatch(/^[A-Z].*[a-z]\.$/);
    expect(problemText(error, 'zh-Hans')).toMatch(/\p{Script=Han}.*。$/u);
  });

  test('that names a field says so', () => {
    expect(problemText(new AppError('conflict', 'The DOI belongs to “A”.'), 'zh-Hans')).toContain(
      'The DOI belongs to “A”.',
    );
    expect(problemText(new AppError('internal', 'stack at line 3'), 'en')).not.toContain('stack');
  });
});
