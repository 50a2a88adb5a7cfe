/** The section `delivery:`: from whom, to whom, when, and how it reaches them. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { MailSettings, Recipient, Schedule, Way } from '../delivery/index.ts';
import type { Form } from '../reports/print/index.ts';
import { printers } from '../reports/print/index.ts';
import { zone } from './parts.ts';

const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'one line without line breaks or control characters');
const address = z.email('an address such as anna@example.org');
const variable = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]*$/, 'the name of a variable of the environment, such as REPORTS_HOOK');
const allow = z.boolean().default(false).describe('whether the address may lie in your own network');

const mail = z
  .strictObject({
    from: z.strictObject({ name: line(100), address }).describe('who the mails are from'),
    host: line(253).describe('the mail server'),
    port: z.number().int().min(1).max(65_535).default(587),
    security: z
      .enum(['tls', 'starttls', 'none'])
      .default('starttls')
      .describe('tls from the start (port 465), starttls (587), or none for a server on the same machine'),
    user: line(200).nullable().default(null),
    password_env: variable.nullable().default(null).describe('the variable that holds the password'),
    authority: z.string().nullable().default(null).describe('a certificate file of an authority of your own'),
  })
  .describe('the server that mails go through');

export const recipientSchema = z
  .strictObject({
    mail: address.optional(),
    name: line(100).optional().describe('how the recipient by mail is called'),
    folder: z.string().min(1).optional(),
    webhook: z
      .strictObject({ url_env: variable, secret_env: variable, allow_private: allow })
      .optional()
      .describe('posts the report, signed as Standard Webhooks ask'),
    slack: z.strictObject({ url_env: variable, allow_private: allow }).optional(),
    teams: z.strictObject({ url_env: variable, allow_private: allow }).optional(),
    language: z.enum(['en', 'it']).optional(),
    format: z.array(z.enum(Object.keys(printers) as [Form, ...Form[]])).optional(),
    where: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).default({}),
  })
  .refine(
    (given) => kinds.filter((kind) => given[kind] !== undefined).length === 1,
    'one of mail, folder, webhook, slack, teams',
  );

const kinds = ['mail', 'folder', 'webhook', 'slack', 'teams'] as const;

const schedule = z
  .strictObject({
    name: line(60),
    report: z.string().default('whole-picture').describe('a template’s name or file'),
    every: z.enum(['day', 'week', 'month', 'quarter', 'year']).default('month'),
    working_day: z.number().int().min(1).max(20).default(1).describe('which working day after the period'),
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "08:00", in quotes')
      .default('08:00'),
    zone: zone.optional(),
    to: z.array(recipientSchema).min(1).max(5000),
  })
  .describe('one report to several people, each in their language and with their filters');

export const delivery = z
  .strictObject({
    mail: mail.nullable().default(null),
    schedules: z
      .array(schedule)
      .default([])
      .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'each name once'),
  })
  .describe('who gets which report when');

export interface DeliveryConfig {
  readonly mail: MailSettings | null;
  readonly schedules: readonly Schedule[];
}

export interface Defaults {
  readonly folder: string;
  readonly language: 'en' | 'it';
  readonly zone: string;
}

export function deliveryConfig(raw: z.output<typeof delivery>, defaults: Defaults): DeliveryConfig {
  return {
    mail: raw.mail === null ? null : mailSettings(raw.mail, defaults.folder),
    schedules: raw.schedules.map(({ name, report, every, working_day, at, zone: own, to }) => ({
      name,
      template: report,
      every,
      workingDay: working_day,
      at,
      zone: own ?? defaults.zone,
      recipients: to.map((one) => recipientOf(one, defaults)),
    })),
  };
}

function mailSettings(
  { password_env, authority, ...rest }: z.output<typeof mail>,
  folder: string,
): MailSettings {
  return {
    ...rest,
    passwordEnv: password_env,
    authority: authority === null ? null : resolve(folder, authority),
  };
}

export function recipientOf(
  raw: z.output<typeof recipientSchema>,
  { folder, language }: Defaults,
  usual: Readonly<Record<Way['kind'], readonly Form[]>> = usualForms,
): Recipient {
  const way = wayOf(raw, folder);
  return {
    way,
    language: raw.language ?? language,
    forms: raw.format ?? usual[way.kind],
    where: Object.entries(raw.where).map(([dimension, values]) => ({
      dimension,
      values: typeof values === 'string' ? [values] : values,
    })),
  };
}

const usualForms: Readonly<Record<Way['kind'], readonly Form[]>> = {
  mail: ['pdf'],
  folder: ['html', 'pdf'],
  webhook: ['json'],
  slack: [],
  teams: [],
};

function wayOf(
  { mail: to, name, folder: path, webhook, slack, teams }: z.output<typeof recipientSchema>,
  folder: string,
): Way {
  if (to !== undefined) return { kind: 'mail', address: to, name: name ?? null };
  if (path !== undefined) return { kind: 'folder', path: resolve(folder, path) };
  if (webhook !== undefined) {
    const { url_env, secret_env, allow_private } = webhook;
    return { kind: 'webhook', urlEnv: url_env, secretEnv: secret_env, allowPrivate: allow_private };
  }
  const [kind, hook] = slack !== undefined ? (['slack', slack] as const) : (['teams', teams] as const);
  return { kind, urlEnv: hook?.url_env ?? '', allowPrivate: hook?.allow_private ?? false };
}
