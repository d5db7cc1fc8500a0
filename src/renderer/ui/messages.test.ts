// Every catalogue of every room, seen together: what the types cannot hold.
import { describe, expect, test } from 'vitest';
import { preferredUiLanguage } from './language.ts';

type Catalogues = Record<string, unknown>;
const files = import.meta.glob<Catalogues>('../**/messages.ts', { eager: true });
type Language = Record<string, string | ((...values: unknown[]) => string)>;

const catalogues = Object.entries(files).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => typeof value === 'object' && value !== null && 'en' in value && 'zh-Hans' in value)
    .map(([name, value]) => ({ name: `${file} ${name}`, ...(value as { en: Language; 'zh-Hans': Language }) })),
);

describe('message catalogues', () => {
  test('are found in every room', () => {
    for (const room of ['app', 'library', 'papers', 'surveys', 'history', 'jobs', 'settings', 'ui']) {
      expect(
        Object.keys(files).some((file) => file.includes(`/${room}/`) || (room === 'ui' && file === './messages.ts')),
      ).toBe(true);
    }
  });

  test.each(catalogues)('$name has the same keys in both languages', ({ en, 'zh-Hans': zh }) => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  test.each(catalogues)('$name says nothing empty, and says Chinese in Chinese', ({ en, 'zh-Hans': zh }) => {
    for (const [key, text] of Object.entries(zh)) {
      const english = en[key];
      if (typeof text !== 'string' || typeof english !== 'string') continue;
      expect(english.trim(), key).not.toBe('');
      expect(text.trim(), key).not.toBe('');
      // Names and signs (PDF, Glossa, →) are the same in both.
      if (/[a-z]{3,}/.test(english) && english !== text && english !== 'Glossa')
        expect(text, key).toMatch(/\p{Script=Han}/u);
    }
  });

  test.each(catalogues)('$name has functions where the other language has them', ({ en, 'zh-Hans': zh }) => {
    for (const key of Object.keys(en)) expect(typeof zh[key], key).toBe(typeof en[key]);
  });
});

test('the interface begins in the language the system asks for first', () => {
  expect(preferredUiLanguage(['zh-CN', 'en'])).toBe('zh-Hans');
  expect(preferredUiLanguage(['fr', 'en-GB', 'zh'])).toBe('en');
  expect(preferredUiLanguage(['fr'])).toBe('en');
});
