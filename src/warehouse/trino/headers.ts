/** What stands above every request: who asks, how that is shown, and what the statement is to be read under. */
import type { Address, Secrets } from './address.ts';

export interface Asker extends Secrets {
  readonly session: Readonly<Record<string, string>>;
}

/** `who` for the pages of an answer, `statement` for what is posted. */
export function headersOf(address: Address, { session, ...secrets }: Asker) {
  const who = { 'X-Trino-User': address.user, ...authorization(address, secrets) };
  const statement = {
    ...who,
    'X-Trino-Source': 'tidemark',
    'X-Trino-Catalog': address.catalog,
    'X-Trino-Schema': address.schema,
    'X-Trino-Time-Zone': 'UTC',
    // Without it instants come back with three digits.
    'X-Trino-Client-Capabilities': 'PARAMETRIC_DATETIME',
    ...sessionHeader(session),
  };
  return { who, statement };
}

const sessionHeader = (session: Readonly<Record<string, string>>): Record<string, string> => {
  const entries = Object.entries(session).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return entries.length === 0 ? {} : { 'X-Trino-Session': entries.join(',') };
};

function authorization({ base, user }: Address, { password, token }: Secrets): Record<string, string> {
  if ((password === undefined && token === undefined) || !base.startsWith('https:')) return {};
  return token === undefined
    ? { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
    : { Authorization: `Bearer ${token}` };
}
