/** Several connections that make the facts together: what the first lays out, all see. */
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { atOnce } from '../at-once.ts';
import type { Desk, Hand } from '../refresh-context.ts';
import type { AskOptions } from '../warehouse.ts';
import { compiled, execute, readRows } from './connection.ts';
import { literal, quoted } from './types.ts';

interface Room {
  readonly instance: DuckDBInstance;
  /** The file, for messages. */
  readonly path: string;
  readonly hands: number;
  readonly setThreads: (count: number) => Promise<void>;
  readonly standing: AskOptions;
}

/** A hand has one thread: two hands with one thread each take two thirds of the time that one hand with two takes. */
export async function atDesk(room: Room, work: (desk: Desk) => Promise<void>): Promise<void> {
  const first = await room.instance.connect();
  const warehouse = await nameOf(first);
  const laidOut = `${warehouse} in the making`;
  await first.run(`attach ':memory:' as ${quoted(laidOut)}`);
  const hands: DuckDBConnection[] = [];
  try {
    for (let count = 0; count < room.hands; count += 1) hands.push(await room.instance.connect());
    for (const hand of [first, ...hands]) await look(hand, [laidOut, warehouse]);
    await work({
      first: handOf(room, first),
      each: async (parts, one) => {
        await room.setThreads(1);
        await atOnce(parts, hands.length, (part) => withHand(room, hands, (hand) => one(hand, part)));
        await room.setThreads(room.hands);
      },
    });
  } finally {
    for (const hand of hands) hand.closeSync();
    first.closeSync();
    await detach(room.instance, laidOut);
  }
}

/** What is laid out is a database in memory: it goes with the desk, and a crash leaves nothing of it. */
async function detach(instance: DuckDBInstance, laidOut: string): Promise<void> {
  const connection = await instance.connect();
  await connection.run(`detach ${quoted(laidOut)}`);
  connection.closeSync();
}

async function nameOf(connection: DuckDBConnection): Promise<string> {
  const found = await connection.runAndReadAll('select current_database()');
  return String(found.getRows()[0]?.[0]);
}

/** What is created without saying where comes to lie in the first of these databases; what is not found there is looked for in the next. */
async function look(connection: DuckDBConnection, databases: readonly string[]): Promise<void> {
  const path = databases.map((name) => `${quoted(name)}.main`).join(',');
  await connection.run(`set search_path = ${literal(path)}`);
}

const handOf = ({ path, standing }: Room, connection: DuckDBConnection): Hand => ({
  execute: async (statement, options) =>
    void (await execute(connection, compiled(statement), { ...standing, ...options }, path)),
  rows: (query, options) => readRows(connection, compiled(query), { ...standing, ...options }, path),
});

async function withHand(
  room: Room,
  idle: DuckDBConnection[],
  work: (hand: Hand) => Promise<void>,
): Promise<void> {
  const connection = idle.pop();
  if (connection === undefined) throw new Error('there are more parts at once than hands');
  await work(handOf(room, connection)).finally(() => idle.push(connection));
}
