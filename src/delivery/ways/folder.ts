/** Puts the files into a folder, each whole or not at all; putting them there again changes nothing. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Carrier, Refusal } from '../carrier.ts';
import type { Way } from '../schedule.ts';

export function folder(): Carrier<Extract<Way, { kind: 'folder' }>> {
  return {
    door: ({ path }) => path,
    send: async ({ id, way: { path }, content: { attachments } }) => {
      const places = attachments.map(({ name }) => join(path, name));
      const part = (place: string): string => `${place}.${id.slice(0, 8)}.part`;
      try {
        mkdirSync(path, { recursive: true });
        for (const [i, { bytes }] of attachments.entries()) writeFileSync(part(places[i] ?? ''), bytes);
        for (const place of places) renameSync(part(place), place);
        return places.join(', ');
      } catch (cause) {
        for (const place of places) rmSync(part(place), { force: true });
        const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
        throw new Refusal(
          full
            ? `no room left on the disk of ${path}`
            : `${path} cannot be written to: ${(cause as Error).message}`,
          { shut: true, cause },
        );
      }
    },
    close: () => undefined,
  };
}
