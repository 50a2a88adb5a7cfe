/** Tells a Teams channel what the report says: an adaptive card to an incoming webhook. */
import { type Carrier, type Surroundings, secret } from '../carrier.ts';
import type { Way } from '../schedule.ts';
import { post } from './post.ts';

/** Cards read a little Markdown; someone's words are to stay words. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');

export function teams({ env }: Surroundings): Carrier<Extract<Way, { kind: 'teams' }>> {
  return {
    door: ({ urlEnv }) => `teams:${urlEnv}`,
    send: ({ way: { urlEnv, allowPrivate }, content: { subject, summary } }) =>
      post({
        url: secret(env, urlEnv),
        headers: {},
        body: JSON.stringify({
          type: 'message',
          attachments: [
            {
              contentType: 'application/vnd.microsoft.card.adaptive',
              content: {
                $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
                type: 'AdaptiveCard',
                version: '1.4',
                body: [
                  { type: 'TextBlock', text: plain(subject), weight: 'bolder', wrap: true },
                  { type: 'TextBlock', text: plain(summary), wrap: true },
                ],
              },
            },
          ],
        }),
        allowPrivate,
      }),
    close: () => undefined,
  };
}
