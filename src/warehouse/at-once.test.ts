import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atOnce, together } from './at-once.ts';

test('everything is done, never more at once than allowed', async () => {
  let [running, most] = [0, 0];
  const done: number[] = [];
  await atOnce([1, 2, 3, 4, 5], 2, async (each) => {
    most = Math.max(most, ++running);
    await setTimeout(each % 2);
    running--;
    done.push(each);
  });
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
  await expect(atOnce([1, 2, 3, 4], 2, work)).rejects.toThrow('one');
  expect(ended).toEqual([2]);
});

test('works come back in their order, and a failure waits for the others to end', async () => {
  expect(await together([setTimeout(2, 'late'), Promise.resolve(1)])).toEqual(['late', 1]);
  let ended = false;
  const slow = async (): Promise<void> => {
    await setTimeout(5);
    ended = true;
  };
  await expect(together([Promise.reject(new RangeError('one')), slow()])).rejects.toThrow('one');
  expect(ended).toBe(true);
});
