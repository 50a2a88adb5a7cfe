import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atOnce } from './at-once.ts';

test('everything is done, never more at once than allowed', async () => {
  let [running, most] = [0, 0];
  const done: number[] = [];
  await atOnce(
    [1, 2, 3, 4, 5],
    async (each) => {
      most = Math.max(most, ++running);
      await setTimeout(each % 2);
      running--;
      done.push(each);
    },
    { limit: 2 },
  );
  expect(most).toBe(2);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});

test('a failure is thrown once what runs has ended, and nothing more is begun', async () => {
  const ended: number[] = [];
  const work = async (each: number): Promise<void> => {
    if (each === 1) throw new RangeError('one');
    await setTimeout(5);
    ended.push(each);
  };
  await expect(atOnce([1, 2, 3, 4], work)).rejects.toThrow('one');
  expect(ended).toEqual([2]);
});
