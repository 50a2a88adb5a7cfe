import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { configSchema } from '../config/index.ts';
import { Problem } from '../model/index.ts';
import { openState, parcelsOf } from '../state/index.ts';
import type { MailSettings } from './carrier.ts';
import { carry } from './courier.ts';
import { errands, prepare } from './prepare.ts';
import type { Recipient } from './schedule.ts';
import { byMail, certificate, madeUp, monthly, postOffice, temporary } from './testing.ts';

const now = new Date('2025-06-02T08:00:00Z');
const isWorkingDay = (): boolean => true;
const pair = certificate();
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** What a server does with a line that opens. */
type Meet = (line: Socket) => void;

/** A mail server that goes wrong in its own way. */
async function badServer(meet: Meet): Promise<MailSettings> {
  const lines = new Set<Socket>();
  const server: Server = createServer((line) => {
    lines.add(line);
    line.on('error', () => undefined);
    meet(line);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  closing.push(() => {
    for (const line of lines) line.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const from = { name: 'x', address: 'x@example.org' };
  return { from, host: '127.0.0.1', port, security: 'none', user: null, passwordEnv: null, authority: null };
}

const shelfIn = (folder: string): Recipient => ({
  way: { kind: 'folder', path: join(folder, 'shelf') },
  language: 'en',
  forms: ['text'],
  where: [],
});

interface Day {
  readonly folder?: string;
  readonly recipients?: readonly Recipient[];
  readonly mail: MailSettings | null;
  readonly make?: typeof madeUp;
  readonly archive?: string;
  readonly at?: Date;
}

async function delivered({ folder = temporary(), mail, make = madeUp, at = now, ...rest }: Day) {
  const db = openState(folder);
  const { archive = join(folder, 'archive') } = rest;
  const { recipients = [byMail('a@example.org'), byMail('b@example.org'), shelfIn(folder)] } = rest;
  const open = errands(db, [monthly(recipients)], { now: at, isWorkingDay });
  const unmade = await prepare(open, { db, archive, now: at, make });
  await carry({ db, archive, surroundings: { mail, env: { MAIL_PASSWORD: 'secret' }, now: () => at } });
  const parcels = parcelsOf(db, 100);
  db.close();
  return {
    unmade,
    parcels,
    shelf: existsSync(join(folder, 'shelf')) ? readdirSync(join(folder, 'shelf')) : [],
  };
}

/** Says what a mail server says, up to a word at which it leaves. */
function leavesAt(word: string): Meet {
  return (line) => {
    let inMessage = false;
    line.write('220 here\r\n');
    line.on('data', (said) => {
      const text = String(said);
      if (text.includes(word)) line.destroy();
      else if (inMessage && !text.endsWith('\r\n.\r\n')) return;
      else line.write(text.startsWith('DATA') ? '354 go on\r\n' : '250 fine\r\n');
      inMessage = text.startsWith('DATA') || (inMessage && !text.endsWith('\r\n.\r\n'));
    });
  };
}

const bad: readonly (readonly [how: string, meet: Meet, sentence: RegExp])[] = [
  ['says nothing at all', () => undefined, /could not be spoken to/],
  ['refuses everyone', (line) => void line.end('554 not today\r\n'), /554 not today/],
  ['leaves before the recipient', leavesAt('RCPT'), /could not be spoken to/],
  ['leaves in the middle of the message', leavesAt('Message-ID'), /could not be spoken to/],
];

test.each(bad)(
  'a mail server that %s: one sentence, nothing lost, the folder is served',
  async (_, meet, sentence) => {
    const { parcels, shelf } = await delivered({ mail: await badServer(meet) });
    const waiting = parcels.filter(({ state }) => state === 'ready');
    expect(waiting.map(({ recipient }) => recipient).sort()).toEqual(['a@example.org', 'b@example.org']);
    for (const { trouble } of waiting) expect(trouble?.split('\n')).toHaveLength(1);
    expect(waiting[0]?.trouble).toMatch(sentence);
    expect(shelf).toHaveLength(1);
  },
);

test('a message at which a server breaks off does not stand before the others for good', async () => {
  const folder = temporary();
  const mail = await badServer(leavesAt('RCPT TO:<a@'));
  const states = async (minutes: number) => {
    const at = new Date(now.getTime() + minutes * 60_000);
    const { parcels } = await delivered({ folder, mail, at });
    return ['a', 'b'].map((who) => parcels.find(({ recipient }) => recipient.startsWith(who))?.state);
  };
  expect(await states(0)).toEqual(['ready', 'ready']);
  expect(await states(1)).toEqual(['ready', 'ready']);
  expect(await states(2)).toEqual(['ready', 'sent']);
});

test('who was not tried, since another found the door shut, comes before that other next time', async () => {
  const folder = temporary();
  const { parcels } = await delivered({
    folder,
    mail: await badServer((line) => void line.end('554 no\r\n')),
  });
  const tries = new Map(parcels.map(({ recipient, attempts }) => [recipient, attempts]));
  expect([tries.get('a@example.org'), tries.get('b@example.org')]).toEqual([1, 0]);
});

test.skipIf(pair === null)('a line break in a name makes no header (needs openssl)', async () => {
  const office = await postOffice({ pair: pair ?? { key: '', cert: '' } });
  closing.push(() => void office.close());
  const recipients = [byMail('a@example.org', 'en', 'Anna\r\nBcc: everyone@example.org')];
  await delivered({ recipients, mail: office.settings });
  expect(office.accepted.map(({ to }) => to)).toEqual(['a@example.org']);
  expect(office.accepted[0]?.raw.toString()).not.toMatch(/^bcc:/im);
});

test('a line break in a name is refused where it is written', () => {
  const to = [{ mail: 'a@example.org', name: 'Anna\nBcc: everyone@example.org' }];
  const read = configSchema.safeParse({
    company: { name: 'x' },
    delivery: { schedules: [{ name: 'm', to }] },
  });
  expect(read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'delivery.schedules.0.to.0.name: one line without line breaks or control characters',
  ]);
});

test('a report that cannot be made holds up no other, and is made when it can be', async () => {
  const folder = temporary();
  const nothing = new Problem('filter_empty', {
    found: 'nothing that team=Nobody matches',
    expected: 'a filter that something matches',
    todo: 'mend it',
  });
  let mended = false;
  const make: typeof madeUp = async (order) => {
    if (order.where.length > 0 && !mended) throw nothing;
    return madeUp(order);
  };
  const nobody: Recipient = {
    ...shelfIn(join(folder, 'nobody')),
    where: [{ dimension: 'team', values: ['Nobody'] }],
  };
  const recipients = [shelfIn(folder), nobody];
  const first = await delivered({ folder, recipients, mail: null, make });
  expect(first.unmade.map(({ reason }) => reason.code)).toEqual(['filter_empty']);
  expect(first.shelf).toHaveLength(1);
  mended = true;
  const second = await delivered({ folder, recipients, mail: null, make });
  expect(second.unmade).toEqual([]);
  expect(second.parcels.filter(({ state }) => state === 'sent')).toHaveLength(2);
});

/** A disk of a quarter of a megabyte, or null where nobody may make one. */
function smallDisk(): string | null {
  const place = join(temporary(), 'disk');
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    return null;
  }
  closing.push(() => execFileSync('umount', [place]));
  return place;
}

test('a full disk at the archive: one sentence, nothing sent, and all of it once there is room', async (context) => {
  const disk = smallDisk();
  if (disk === null) return context.skip('only who may mount has a disk to fill');
  const folder = temporary();
  const [archive, filling] = [join(disk, 'archive'), join(disk, 'filling')];
  writeFileSync(filling, new Uint8Array(200 * 1024));
  const recipients = [{ ...shelfIn(folder), forms: ['html', 'text'] as const }];
  await expect(delivered({ folder, recipients, archive, mail: null })).rejects.toMatchObject({
    code: 'disk_full',
    exitCode: 3,
  });
  expect(existsSync(join(folder, 'shelf'))).toBe(false);
  rmSync(filling);
  const { parcels, shelf } = await delivered({ folder, recipients, archive, mail: null });
  expect(parcels.map(({ state }) => state)).toEqual(['sent']);
  expect(shelf).toHaveLength(2);
});
