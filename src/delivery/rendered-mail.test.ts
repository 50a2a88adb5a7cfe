import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import PostalMime, { type Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { fixture } from '../reports/print/fixture.ts';
import { type Form, print } from '../reports/print/index.ts';
import { openState } from '../state/index.ts';
import { carry } from './courier.ts';
import { errands, prepare } from './prepare.ts';
import { byMail, certificate, madeUp, monthly, postOffice, temporary } from './testing.ts';

const executablePath = '/usr/bin/chromium';
const pair = certificate();
const absent = pair === null || !existsSync(executablePath);
const now = new Date('2025-06-02T08:00:00Z');
const forms: readonly Form[] = ['pdf', 'xlsx', 'csv'];

/** One schedule, an Italian and an English recipient, through a mail server over TLS, as it arrived. */
async function arrived(): Promise<readonly Email[]> {
  const office = await postOffice({ pair: pair ?? { key: '', cert: '' } });
  const folder = temporary();
  const db = openState(folder);
  const archive = join(folder, 'archive');
  const recipients = [byMail('anna@example.org', 'it'), byMail('bob@example.org', 'en')].map((one) => ({
    ...one,
    forms,
  }));
  const open = errands(db, [monthly(recipients)], { now, isWorkingDay: () => true });
  await prepare(open, { db, archive, now, make: madeUp });
  const surroundings = { mail: office.settings, env: { MAIL_PASSWORD: 'secret' }, now: () => now };
  await carry({ db, archive, surroundings });
  const mails = await Promise.all(office.accepted.map(({ raw }) => PostalMime.parse(raw)));
  db.close();
  await office.close();
  return mails;
}

const bytesOf = (content: Email['attachments'][number]['content']): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/** The mail's page with its pictures put in, as a mail program shows it. */
function asShown({ html = '', attachments }: Email): string {
  return attachments.reduce((page, { contentId, mimeType, content }) => {
    const inside = `data:${mimeType};base64,${Buffer.from(bytesOf(content)).toString('base64')}`;
    return contentId === undefined ? page : page.replaceAll(`cid:${contentId.replace(/[<>]/g, '')}`, inside);
  }, html);
}

interface Picture {
  readonly width: number;
  readonly colours: number;
}

/** Run in the page: how wide each picture is, and how many colours are in it. */
const picturesSeen = `[...document.images].map((image) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
  const sheet = canvas.getContext('2d');
  sheet.drawImage(image, 0, 0);
  const pixels = new Uint32Array(sheet.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  return { width: image.naturalWidth, colours: new Set(pixels).size };
})`;

test.skipIf(absent)(
  'both mails come through with files byte for byte and pictures that a browser draws (needs openssl and Chromium)',
  async () => {
    const mails = await arrived();
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    for (const [i, language] of (['it', 'en'] as const).entries()) {
      const mail = mails[i];
      if (mail === undefined) throw new Error('a mail is missing');
      const files = mail.attachments.filter(({ disposition }) => disposition === 'attachment');
      expect(files.map(({ filename }) => filename)).toEqual(
        forms.map((form) => `whole-picture-2025-05-${language}.${form}`),
      );
      for (const [j, form] of forms.entries())
        expect(bytesOf(files[j]?.content ?? '')).toEqual(await print(fixture(language), form));
      const tab = await browser.newPage({ viewport: { width: 720, height: 900 } });
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url().slice(0, 20)));
      await tab.setContent(asShown(mail));
      const pictures = (await tab.evaluate(picturesSeen)) as readonly Picture[];
      expect(pictures).toHaveLength(5);
      for (const { width, colours } of pictures) expect(width > 500 && colours > 10).toBe(true);
      expect((await tab.screenshot({ fullPage: true })).length).toBeGreaterThan(50_000);
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    }
    await browser.close();
  },
);
