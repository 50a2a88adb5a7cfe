import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openState, parcelsOf } from '../state/index.ts';
import { certificate, type PostOffice, postOffice, temporary } from './testing.ts';

const pair = certificate();
const kills = Number(process.env['TIDEMARK_KILLS'] ?? 10);
const people = 20;
const postman = fileURLToPath(new URL('./fixture-postman.ts', import.meta.url));

function start(folder: string, { settings }: PostOffice): ChildProcess {
  const env = { ...process.env, MAIL_PASSWORD: 'secret' };
  return spawn(process.execPath, [postman, folder, JSON.stringify(settings), String(people)], {
    env,
    stdio: 'ignore',
  });
}

/** The processes that a process has begun. */
function childrenOf(pid: number): readonly number[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has come to its end by itself.
  }
}

/** Kills delivery after `ms`, its courier too where asked. @returns whether it was still at work */
async function killed(run: ChildProcess, ms: number, courierToo: boolean): Promise<boolean> {
  const ended = once(run, 'exit');
  const first = await Promise.race([ended.then(() => 'ended'), sleep(ms, 'late')]);
  if (first === 'ended') return false;
  const couriers = courierToo ? childrenOf(run.pid ?? 0) : [];
  run.kill('SIGKILL');
  couriers.forEach(kill);
  await ended;
  return true;
}

interface Outcome {
  readonly served: number;
  readonly mostOften: number;
  readonly identities: number;
}

async function killedAgainAndAgain(office: PostOffice, courierToo: boolean): Promise<Outcome> {
  let done = 0;
  let served = 0;
  let mostOften = 0;
  let identities = 0;
  while (done < kills) {
    const folder = temporary();
    office.accepted.length = 0;
    for (let ms = 300; done < kills; ms += 37 + ((done * 53) % 90)) {
      if (!(await killed(start(folder, office), ms, courierToo))) break;
      done += 1;
    }
    await once(start(folder, office), 'exit');
    expect(parcelsOf(openState(folder), 100).every(({ state }) => state === 'sent')).toBe(true);
    const times = new Map<string, number>();
    for (const { to } of office.accepted) times.set(to, (times.get(to) ?? 0) + 1);
    const ids = office.accepted.map(({ raw }) => /^message-id:\s*(\S+)/im.exec(raw.toString())?.[1]);
    served = times.size;
    mostOften = Math.max(mostOften, ...times.values());
    identities = new Set(ids).size;
    expect(served).toBe(people);
    expect(identities).toBe(people);
  }
  return { served, mostOften, identities };
}

const reason = pair === null ? 'needs openssl' : 'kills counted by TIDEMARK_KILLS';

test.skipIf(pair === null)(
  `killed at any moment and started again, delivery leaves nobody out and serves nobody twice (${reason})`,
  { timeout: 600_000 },
  async () => {
    const office = await postOffice({ pair: pair ?? { key: '', cert: '' } });
    expect(await killedAgainAndAgain(office, false)).toEqual({
      served: people,
      mostOften: 1,
      identities: people,
    });
    await office.close();
  },
);

test.skipIf(pair === null || !existsSync('/proc/self/task'))(
  `where the courier is killed too, nobody is left out, and a message that came twice is told by its identity (${reason})`,
  { timeout: 600_000 },
  async () => {
    const office = await postOffice({ pair: pair ?? { key: '', cert: '' } });
    const { served, identities } = await killedAgainAndAgain(office, true);
    expect({ served, identities }).toEqual({ served: people, identities: people });
    await office.close();
  },
);
