/** A post office for tests: a real mail server in this process, and reports to send. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { fixture } from '../reports/print/fixture.ts';
import type { MailSettings } from './carrier.ts';
import type { ReadyReport, ReportOrder } from './prepare.ts';
import type { Recipient, Schedule } from './schedule.ts';

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'tidemark-delivery-'));

export interface PostOffice {
  readonly settings: MailSettings;
  /** Raw messages in the order in which they were accepted. */
  readonly accepted: { readonly to: string; readonly raw: Buffer }[];
  close(): Promise<void>;
}

/** A certificate for localhost that signs itself, or null where there is no openssl. */
export function certificate(): { readonly key: string; readonly cert: string } | null {
  const folder = temporary();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  try {
    const make = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
    execFileSync('openssl', [...make, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key, cert };
  } catch {
    return null;
  }
}

interface Office {
  readonly pair: NonNullable<ReturnType<typeof certificate>>;
  /** The answer to a recipient or a message, where it is not taken. */
  readonly answer?: (to: string) => { readonly code: number; readonly words: string } | null;
  readonly password?: string;
}

export async function postOffice({
  pair,
  answer = () => null,
  password = 'secret',
}: Office): Promise<PostOffice> {
  const accepted: PostOffice['accepted'] = [];
  const refusal = (to: string): Error | null => {
    const said = answer(to);
    return said === null ? null : Object.assign(new Error(said.words), { responseCode: said.code });
  };
  const options: SMTPServerOptions = {
    key: readFileSync(pair.key),
    cert: readFileSync(pair.cert),
    authOptional: false,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(new Error('wrong password')),
    onRcptTo: ({ address }, _session, done) => done(refusal(address)),
    onData: (stream, session, done) => {
      const received = (raw: Buffer): void => {
        for (const { address } of session.envelope.rcptTo) accepted.push({ to: address, raw });
        done(null);
      };
      // A sender that is killed in the middle of its message has sent none.
      buffer(stream).then(received, () => undefined);
    },
  };
  const server = new SMTPServer(options);
  // A sender that is killed leaves its line in the middle of a word.
  server.on('error', () => undefined);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, 'localhost', resolve);
  await promise;
  const { port } = server.server.address() as AddressInfo;
  return {
    accepted,
    settings: {
      from: { name: 'Lumen & Vale, «Service»', address: 'reports@lumen-vale.example' },
      host: 'localhost',
      port,
      security: 'starttls',
      user: 'reports',
      passwordEnv: 'MAIL_PASSWORD',
      authority: pair.cert,
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

export const madeUp = async ({ language }: ReportOrder): Promise<ReadyReport> => ({
  report: fixture(language),
  name: `whole-picture-2025-05-${language}`,
  manifest: (printed) => JSON.stringify(printed.map(([name]) => name)),
});

export const byMail = (
  address: string,
  language: 'en' | 'it' = 'en',
  name: string | null = null,
): Recipient => ({
  way: { kind: 'mail', address, name },
  language,
  forms: ['text'],
  where: [],
});

export const monthly = (recipients: readonly Recipient[]): Schedule => ({
  name: 'monthly',
  template: 'whole-picture',
  every: 'month',
  workingDay: 1,
  at: '08:00',
  zone: 'Europe/Rome',
  recipients,
});
