/** A cluster that asks who is there: TLS with a certificate of its own authority, a password file, and signed tokens. */
import { execFileSync } from 'node:child_process';
import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/cluster/free-port.ts';
import { type Cluster, startCluster } from '../../scripts/cluster/start-cluster.ts';

export interface Guarded {
  readonly cluster: Cluster;
  /** With TLS. */
  readonly warehouse: string;
  /** Without. */
  readonly unguarded: string;
  readonly authority: string;
  readonly password: string;
  token(user: string): string;
}

export async function guardedCluster(): Promise<Guarded> {
  const [port, password, key] = [await freePort(), randomBytes(9).toString('hex'), randomBytes(32)];
  const { certificate, privateKey } = certified();
  const cluster = await startCluster({
    workers: 0,
    more: (etc) => ({
      config: [
        'http-server.https.enabled=true',
        `http-server.https.port=${port}`,
        `http-server.https.keystore.path=${join(etc, 'server.pem')}`,
        'http-server.authentication.type=PASSWORD,JWT',
        // The script that waits for the nodes asks without TLS.
        'http-server.authentication.allow-insecure-over-http=true',
        `http-server.authentication.jwt.key-file=${join(etc, 'jwt.key')}`,
        `internal-communication.shared-secret=${randomBytes(32).toString('base64')}`,
      ],
      files: {
        'server.pem': [privateKey, certificate],
        'jwt.key': [key.toString('base64')],
        'passwords.db': [`ana:${hashed(password)}`],
        'password-authenticator.properties': [
          'password-authenticator.name=file',
          `file.password-file=${join(etc, 'passwords.db')}`,
        ],
      },
    }),
  });
  if ('missing' in cluster) throw new Error(cluster.missing);
  return {
    cluster,
    warehouse: `trino://ana@127.0.0.1:${port}/iceberg/desk?ssl=true`,
    unguarded: cluster.url,
    authority: certificate,
    password,
    token: (user) => signed({ sub: user, exp: Math.floor(Date.now() / 1000) + 600 }, key),
  };
}

/** For this machine, signed by itself. */
function certified(): { readonly certificate: string; readonly privateKey: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-certificate-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const made = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-keyout',
    key,
    '-out',
    certificate,
  ];
  const about = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', [...made, ...about], { stdio: 'ignore' });
  return {
    certificate: readFileSync(certificate, 'utf8').trim(),
    privateKey: readFileSync(key, 'utf8').trim(),
  };
}

/** As the server's password file has it: rounds, salt and key. */
function hashed(password: string): string {
  const [rounds, salt] = [1000, randomBytes(16)];
  return `${rounds}:${salt.toString('hex')}:${pbkdf2Sync(password, salt, rounds, 64, 'sha1').toString('hex')}`;
}

function signed(claims: object, key: Buffer): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
}
