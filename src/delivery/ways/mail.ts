/** Sends the letter by SMTP: encrypted and signed in as configured, one recipient a message. */
import { readFileSync } from 'node:fs';
import { createTransport, type Transporter } from 'nodemailer';
import { Problem } from '../../model/index.ts';
import {
  type Carrier,
  type MailSettings,
  Refusal,
  type Shipment,
  type Surroundings,
  secret,
} from '../carrier.ts';
import type { Way } from '../schedule.ts';

type Mail = Extract<Way, { kind: 'mail' }>;

/** A server that says nothing for this long is taken as not there. */
const patienceMs = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
  dnsTimeout: 10_000,
};

export function mail({ mail: settings, env }: Surroundings): Carrier<Mail> {
  if (settings === null) throw unset();
  let line: Transporter | null = null;
  return {
    door: () => settings.host,
    send: async (shipment) => {
      line ??= connect(settings, env);
      try {
        const { response } = await line.sendMail(messageOf(shipment, settings));
        return String(response);
      } catch (error) {
        throw refused(error, settings);
      }
    },
    close: () => line?.close(),
  };
}

function connect(settings: MailSettings, env: Surroundings['env']): Transporter {
  const { host, port, security, user, passwordEnv, authority } = settings;
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    pool: true,
    maxConnections: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(authority === null ? {} : { tls: { ca: readFileSync(authority) } }),
    ...(user === null ? {} : { auth: { user, pass: passwordEnv === null ? '' : secret(env, passwordEnv) } }),
    ...patienceMs,
  });
}

function messageOf({ id, way, content, readyAt }: Shipment<Mail>, { from }: MailSettings) {
  const domain = from.address.split('@').at(-1) ?? 'localhost';
  return {
    from,
    to: { name: way.name ?? '', address: way.address },
    subject: content.subject,
    messageId: `<${id}@${domain}>`,
    date: new Date(readyAt),
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: content.letter?.text ?? content.summary,
    html: content.letter?.html ?? '',
    attachments: [
      ...(content.letter?.inlays ?? []).map(({ id: cid, png }) => ({
        cid,
        filename: `${cid.split('@')[0]}.png`,
        content: Buffer.from(png),
        contentType: 'image/png',
        contentDisposition: 'inline' as const,
      })),
      ...content.attachments.map(({ name, type, bytes }) => ({
        filename: name,
        content: Buffer.from(bytes),
        contentType: type,
      })),
    ],
  };
}

interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message: string;
}

/** What was answered decides: 5xx to a recipient is for good, everything else is worth another try. */
function refused(error: unknown, { host, port }: MailSettings): Refusal {
  if (error instanceof Refusal) return error;
  const { code, responseCode, response, message } = error as MailError;
  const said = (response ?? message).replace(/\s+/g, ' ').trim();
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return new Refusal(`${host} refused the recipient or the message: ${said}`, {
      lasting: (responseCode ?? 0) >= 500,
      cause: error,
    });
  if (code === 'EAUTH')
    return new Refusal(`${host} refused the sign-in: ${said}`, { shut: true, cause: error });
  return new Refusal(`${host}:${port} could not be spoken to (${code ?? 'no code'}): ${said}`, {
    shut: true,
    cause: error,
  });
}

const unset = (): Problem =>
  new Problem('mail_unset', {
    found: 'recipients by mail, and no mail server',
    expected: 'the section delivery.mail in tidemark.yaml',
    todo: 'say there from whom mails are and through which server they go',
  });
