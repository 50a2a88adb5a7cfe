/** Posts the report to a program, signed as Standard Webhooks ask (https://www.standardwebhooks.com). */
import { createHmac } from 'node:crypto';
import { type Carrier, Refusal, type Surroundings, secret } from '../carrier.ts';
import type { Content } from '../content.ts';
import type { Way } from '../schedule.ts';
import { post } from './post.ts';

export function webhook({ env, now }: Surroundings): Carrier<Extract<Way, { kind: 'webhook' }>> {
  return {
    door: ({ urlEnv }) => `webhook:${urlEnv}`,
    send: ({ id, way: { urlEnv, secretEnv, allowPrivate }, content, readyAt }) => {
      const body = bodyOf(content, readyAt);
      const headers = signed(`msg_${id}`, now(), body, secret(env, secretEnv));
      return post({ url: secret(env, urlEnv), headers, body, allowPrivate });
    },
    close: () => undefined,
  };
}

function bodyOf({ subject, summary, attachments, event = 'report.ready' }: Content, readyAt: string): string {
  const files = attachments.map(({ name, type, bytes }) => ({
    name,
    type,
    content: Buffer.from(bytes).toString('base64'),
  }));
  return JSON.stringify({ type: event, timestamp: readyAt, data: { subject, summary, files } });
}

/**
 * The three headers of a signed message.
 *
 * @param key `whsec_` and the key's bytes in base64
 */
export function signed(id: string, at: Date, body: string, key: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(key.replace(/^whsec_/, ''), 'base64');
  if (bytes.length < 24 || bytes.length > 64)
    throw new Refusal('the hook’s secret is not whsec_ and 24 to 64 bytes in base64', { lasting: true });
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
