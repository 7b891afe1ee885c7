import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { withLock } from '../../scripts/lock.mjs';

const name = `test-${process.pid}`;
const place = fileURLToPath(new URL(`../../.cache/locks/${name}`, import.meta.url));

afterEach(() => rmSync(place, { recursive: true, force: true }));

test('one after the other, also where the first fails', async () => {
  const order: string[] = [];
  const first = withLock(name, async () => {
    order.push('first begins');
    await sleep(50);
    order.push('first ends');
    throw new Error('on purpose');
  });
  const second = withLock(name, () => {
    order.push('second');
    return 2;
  });
  await expect(first).rejects.toThrow('on purpose');
  expect(await second).toBe(2);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});

test('a lock whose holder has died is taken over', async () => {
  mkdirSync(place, { recursive: true });
  // No process has a number this high.
  writeFileSync(`${place}/pid`, '99999999');
  expect(await withLock(name, () => 'taken over')).toBe('taken over');
});
