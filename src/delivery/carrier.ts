/** What every way of sending looks like, and how it says that it could not. */
import type { Content } from './content.ts';
import type { Way } from './schedule.ts';

export interface MailSettings {
  readonly from: { readonly name: string; readonly address: string };
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  /** Names the variable of the environment that holds the password. */
  readonly passwordEnv: string | null;
  /** A file with the certificate of an authority of one's own. */
  readonly authority: string | null;
}

export interface Surroundings {
  readonly mail: MailSettings | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

export interface Shipment<W extends Way = Way> {
  /** The same at every try: receivers that know it already need not show it again. */
  readonly id: string;
  readonly way: W;
  readonly content: Content;
  /** When the report was made ready, ISO; the same at every try. */
  readonly readyAt: string;
}

export interface Carrier<W extends Way = Way> {
  /** Name of the door that all shipments of this way go through: when it is shut, the others need not knock. */
  door(way: W): string;
  /** @returns the receiver's own words or a place. @throws Refusal */
  send(shipment: Shipment<W>): Promise<string>;
  close(): void;
}

/** Why something was not taken: one sentence for a person, and whether another try could help. */
export class Refusal extends Error {
  readonly lasting: boolean;
  /** Whether the whole door is shut and not only this shipment refused. */
  readonly shut: boolean;

  constructor(
    sentence: string,
    { lasting = false, shut = false, cause }: { lasting?: boolean; shut?: boolean; cause?: unknown } = {},
  ) {
    super(sentence, { cause });
    this.name = 'Refusal';
    this.lasting = lasting;
    this.shut = shut;
  }
}

/** @throws Refusal where the environment lacks it */
export function secret(env: Surroundings['env'], name: string): string {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  throw new Refusal(`the environment has no ${name}: set it for the user that runs tidemark`, { shut: true });
}
