import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, expect, test } from 'vitest';
import { openState, type Parcel, parcelsOf } from '../state/index.ts';
import type { MailSettings } from './carrier.ts';
import { carry } from './courier.ts';
import { errands, prepare } from './prepare.ts';
import type { Recipient } from './schedule.ts';
import { byMail, certificate, madeUp, monthly, type PostOffice, postOffice, temporary } from './testing.ts';

const pair = certificate();
const noOpenssl = pair === null;
const now = new Date('2025-06-02T08:00:00Z');
const isWorkingDay = (): boolean => true;
let office: PostOffice | null = null;
afterEach(async () => {
  await office?.close();
  office = null;
});

interface Post {
  readonly folder?: string;
  readonly recipients: readonly Recipient[];
  readonly mail?: MailSettings | null;
  readonly at?: Date;
  readonly make?: typeof madeUp;
}

async function post({ folder = temporary(), recipients, mail = null, at = now, make = madeUp }: Post) {
  const db = openState(folder);
  const archive = join(folder, 'archive');
  const open = errands(db, [monthly(recipients)], { now: at, isWorkingDay });
  await prepare(open, { db, archive, now: at, make });
  await carry({ db, archive, surroundings: { mail, env: { MAIL_PASSWORD: 'secret' }, now: () => at } });
  const parcels = parcelsOf(db, 100);
  db.close();
  return { folder, parcels };
}

const one = (parcels: readonly Parcel[]): Parcel => {
  const [first] = parcels;
  if (first === undefined) throw new Error('no parcel');
  return first;
};

test.skipIf(noOpenssl)(
  'Italian and English recipients get the same figures in their language, pictures inside, file attached (needs openssl)',
  async () => {
    office = await postOffice({ pair: pair ?? { key: '', cert: '' } });
    const recipients = [byMail('anna@example.org', 'it', 'Anna Rossi, «capo»'), byMail('bob@example.org')];
    const { parcels } = await post({ recipients, mail: office.settings });
    expect(parcels.map(({ state }) => state)).toEqual(['sent', 'sent']);
    const [anna, bob] = await Promise.all(office.accepted.map(({ raw }) => PostalMime.parse(raw)));
    expect(anna?.to?.[0]).toMatchObject({ name: 'Anna Rossi, «capo»', address: 'anna@example.org' });
    expect(anna?.from).toMatchObject({ name: 'Lumen & Vale, «Service»' });
    expect(anna?.subject).toContain('Assistenza clienti');
    expect(bob?.subject).toContain('Customer service');
    expect(anna?.html).toContain('86.9 %');
    expect(bob?.text).toContain('86.9 %');
    const files = anna?.attachments.map(({ filename, mimeType }) => `${filename} ${mimeType}`);
    expect(files).toContain('whole-picture-2025-05-it.txt text/plain');
    const inside = anna?.attachments.filter(({ mimeType }) => mimeType === 'image/png') ?? [];
    expect(inside.length).toBeGreaterThan(2);
    for (const { contentId } of inside)
      expect(anna?.html).toContain(`cid:${contentId?.replace(/[<>]/g, '')}`);
  },
);

test.skipIf(noOpenssl)(
  'what was sent is not sent again, whatever is called how often (needs openssl)',
  async () => {
    office = await postOffice({ pair: pair ?? { key: '', cert: '' } });
    const recipients = [byMail('anna@example.org'), byMail('ANNA@example.org')];
    const { folder } = await post({ recipients, mail: office.settings });
    await post({ folder, recipients, mail: office.settings });
    expect(office.accepted.map(({ to }) => to)).toEqual(['anna@example.org']);
  },
);

test.skipIf(noOpenssl)(
  'an address that a server refuses for good is given up, the others are served (needs openssl)',
  async () => {
    const answer = (to: string) =>
      to === 'gone@example.org' ? { code: 550, words: 'no such person' } : null;
    office = await postOffice({ pair: pair ?? { key: '', cert: '' }, answer });
    const recipients = [byMail('gone@example.org'), byMail('bob@example.org')];
    const { parcels } = await post({ recipients, mail: office.settings });
    expect(new Map(parcels.map(({ recipient, state }) => [recipient, state]))).toEqual(
      new Map([
        ['gone@example.org', 'given_up'],
        ['bob@example.org', 'sent'],
      ]),
    );
    expect(parcels.find(({ state }) => state === 'given_up')?.trouble).toContain('no such person');
  },
);

test.skipIf(noOpenssl)('a server that is busy is asked again a minute later (needs openssl)', async () => {
  let busy = true;
  const answer = () => (busy ? { code: 451, words: 'come back later' } : null);
  office = await postOffice({ pair: pair ?? { key: '', cert: '' }, answer });
  const recipients = [byMail('bob@example.org')];
  const { folder, parcels } = await post({ recipients, mail: office.settings });
  expect(one(parcels)).toMatchObject({ state: 'ready', attempts: 1 });
  busy = false;
  const soon = await post({
    folder,
    recipients,
    mail: office.settings,
    at: new Date(now.getTime() + 30_000),
  });
  expect(one(soon.parcels).state).toBe('ready');
  const later = await post({
    folder,
    recipients,
    mail: office.settings,
    at: new Date(now.getTime() + 61_000),
  });
  expect(one(later.parcels)).toMatchObject({ state: 'sent', attempts: 2 });
});

test.skipIf(noOpenssl)(
  'a wrong password is said as such, and nobody is left out for good (needs openssl)',
  async () => {
    office = await postOffice({ pair: pair ?? { key: '', cert: '' }, password: 'another' });
    const { parcels } = await post({ recipients: [byMail('bob@example.org')], mail: office.settings });
    expect(one(parcels)).toMatchObject({ state: 'ready' });
    expect(one(parcels).trouble).toContain('refused the sign-in');
  },
);

test('a mail server that is not there keeps its mails waiting; folders are served all the same', async () => {
  const folder = temporary();
  const shelf = join(folder, 'shelf');
  const gone: MailSettings = {
    from: { name: 'x', address: 'x@example.org' },
    host: '127.0.0.1',
    port: 9,
    security: 'none',
    user: null,
    passwordEnv: null,
    authority: null,
  };
  const onShelf: Recipient = {
    way: { kind: 'folder', path: shelf },
    language: 'en',
    forms: ['text', 'json'],
    where: [],
  };
  const recipients = [byMail('a@example.org'), byMail('b@example.org'), onShelf];
  const { parcels } = await post({ folder, recipients, mail: gone });
  expect(parcels.filter(({ state }) => state === 'ready')).toHaveLength(2);
  expect(readdirSync(shelf).sort()).toEqual([
    'whole-picture-2025-05-en.json',
    'whole-picture-2025-05-en.txt',
  ]);
});

test('a report is made once for all who get the same, and printed once a form', async () => {
  const folder = temporary();
  let count = 0;
  const make: typeof madeUp = (order) => {
    count += 1;
    return madeUp(order);
  };
  const shelf = (i: number, language: 'en' | 'it'): Recipient => ({
    way: { kind: 'folder', path: join(folder, `shelf-${i}`) },
    language,
    forms: ['text'],
    where: [],
  });
  const recipients = Array.from({ length: 20 }, (_, i) => shelf(i, i % 2 === 0 ? 'en' : 'it'));
  await post({ folder, recipients, make });
  expect(count).toBe(2);
  const texts = recipients.map((_, i) =>
    readFileSync(
      join(folder, `shelf-${i}`, `whole-picture-2025-05-${i % 2 === 0 ? 'en' : 'it'}.txt`),
      'utf8',
    ),
  );
  expect(new Set(texts).size).toBe(2);
});
