/** Tells a Slack channel what the report says, by an incoming webhook. */
import { type Carrier, type Surroundings, secret } from '../carrier.ts';
import type { Way } from '../schedule.ts';
import { post } from './post.ts';

/** What Slack would read as a link, a mention or a mark-up. */
const plain = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');

export function slack({ env }: Surroundings): Carrier<Extract<Way, { kind: 'slack' }>> {
  return {
    door: ({ urlEnv }) => `slack:${urlEnv}`,
    send: ({ way: { urlEnv, allowPrivate }, content: { subject, summary } }) =>
      post({
        url: secret(env, urlEnv),
        headers: {},
        body: JSON.stringify({
          text: plain(subject),
          blocks: [
            { type: 'header', text: { type: 'plain_text', text: subject.slice(0, 150) } },
            { type: 'section', text: { type: 'plain_text', text: summary.slice(0, 3000) } },
          ],
        }),
        allowPrivate,
      }),
    close: () => undefined,
  };
}
