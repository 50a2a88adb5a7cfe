import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { twoAtATime } from './two-at-a-time.ts';

test('results come in the order of the works, however long each takes, and never three run at once', async () => {
  let running = 0;
  let most = 0;
  const works = [30, 1, 10, 5, 1].map((ms, i) => async () => {
    most = Math.max(most, ++running);
    await wait(ms);
    running--;
    return i;
  });
  expect(await twoAtATime(works)).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

test('the first failure is told, the other work is stopped, and no further one begins', async () => {
  const begun: number[] = [];
  const works = [
    async () => {
      begun.push(0);
      throw new Error('broken');
    },
    async (signal: AbortSignal) => {
      begun.push(1);
      await wait(10_000, undefined, { signal });
    },
    async () => void begun.push(2),
  ];
  await expect(twoAtATime(works)).rejects.toThrow('broken');
  expect(begun).toEqual([0, 1]);
});

test('nothing to do is done at once', async () => expect(await twoAtATime([])).toEqual([]));
