import { expect, test } from 'vitest';
import { like, openTestCore } from '../testing.ts';

test('settings keep their last value over a restart, stand outside history, and hide what is the core’s own', async () => {
  let t = await openTestCore();
  await t.client.settings.set({ key: 'theme', value: 'dark' });
  await t.client.settings.set({ key: 'theme', value: 'sepia' });
  await t.client.settings.set({ key: 'layout.reader', value: { sizes: [1, 2] } });
  t = await t.reopen();
  expect(await t.client.settings.all({})).toEqual({ theme: 'sepia', 'layout.reader': { sizes: [1, 2] } });
  expect(await t.client.settings.get({ key: 'uiLanguage' })).toBeNull();
  expect((await t.client.history.state({})).undo).toBeNull();
  await expect(t.client.settings.set({ key: '~commit', value: 0 })).rejects.toMatchObject({ code: 'bad_input' });
  await expect(t.client.settings.set({ key: 'layout', value: 'x'.repeat(100_000) })).rejects.toMatchObject({
    code: 'bad_input',
    message: like(/value/),
  });
  expect(t.bugs).toEqual([]);
  await t.end();
});

test('a preference set in one window is told to the others; a reading place is not', async () => {
  const t = await openTestCore();
  const events = await t.client.events.subscribe({});
  await events.next();
  await t.client.settings.set({ key: `place:${'0'.repeat(64)}`, value: { page: 2 } });
  await t.client.settings.set({ key: 'theme', value: 'dark' });
  expect((await events.next()).value).toMatchObject({ type: 'changed', tables: { setting: ['theme'] } });
  await events.return?.();
  await t.end();
});
