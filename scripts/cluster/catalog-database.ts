/** The PostgreSQL that keeps the names of the Iceberg tables: Debian's, with a data folder of its own. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CatalogDatabase {
  readonly url: string;
  /** It runs as a process of nobody: this is what stops it. */
  readonly stopping: readonly string[];
  start(): void;
  stop(): void;
}

/** Schema V1 of Iceberg's JDBC catalog: the server does not make its own tables. */
const tables = `
  create table iceberg_tables (catalog_name varchar(255) not null, table_namespace varchar(255) not null,
    table_name varchar(255) not null, metadata_location varchar(1000), previous_metadata_location varchar(1000),
    iceberg_type varchar(5), primary key (catalog_name, table_namespace, table_name));
  create table iceberg_namespace_properties (catalog_name varchar(255) not null, namespace varchar(255) not null,
    property_key varchar(255) not null, property_value varchar(1000),
    primary key (catalog_name, namespace, property_key));`;

/** The folder of its programs; null where it is not installed. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(debian, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (found !== undefined) return found;
  const told = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return told.status === 0 ? told.stdout.trim() : null;
}

/** It refuses to run as root, and then runs as the user that its package made. */
export function catalogDatabase(bin: string, folder: string, port: number): CatalogDatabase {
  const asRoot = process.getuid?.() === 0;
  const data = join(folder, 'data');
  const as = (program: string, args: readonly string[]): readonly string[] => [
    ...(asRoot ? ['runuser', '-u', 'postgres', '--'] : []),
    join(bin, program),
    ...args,
  ];
  const stopping = as('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop']);
  return {
    url: `jdbc:postgresql://127.0.0.1:${port}/postgres`,
    stopping,
    start: () => {
      mkdirSync(folder, { recursive: true });
      if (asRoot) run(['chown', 'postgres', folder]);
      chmodSync(folder, 0o755);
      run(as('initdb', ['-D', data, '-U', 'tidemark', '-A', 'trust', '-E', 'UTF8', '--no-sync']));
      const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
      run(as('pg_ctl', ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start']));
      const script = join(folder, 'tables.sql');
      writeFileSync(script, tables);
      const there = ['-h', '127.0.0.1', '-p', String(port), '-U', 'tidemark', '-d', 'postgres'];
      run([join(bin, 'psql'), '-q', ...there, '-f', script]);
    },
    stop: () => run(stopping),
  };
}

function run([program = '', ...args]: readonly string[]): void {
  // Its server keeps what it inherits: its output goes to its log, never to a pipe of ours.
  const told = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
  if (told.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${told.stderr}`);
}
