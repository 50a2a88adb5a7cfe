import { expect, test } from 'vitest';
import { Problem } from '../../model/index.ts';
import { addressOf } from './address.ts';

test('an address says where, who and what', () => {
  expect(addressOf('trino://ana@trino.example:8080/iceberg/desk', {})).toEqual({
    base: 'http://trino.example:8080',
    user: 'ana',
    catalog: 'iceberg',
    schema: 'desk',
    name: 'trino://trino.example:8080/iceberg/desk',
  });
});

test('the connection is encrypted on the usual ports, where it is asked for, and wherever there is a secret', () => {
  const base = (warehouse: string, secrets = {}): string => addressOf(warehouse, secrets).base;
  expect(base('trino://h:8443/c/s')).toBe('https://h:8443');
  expect(base('trino://h:9000/c/s?ssl=true')).toBe('https://h:9000');
  expect(base('trino://h/c/s', { password: 'x' })).toBe('https://h:443');
  expect(base('trino://h:9000/c/s', { token: 'x' })).toBe('https://h:9000');
  expect(base('trino://h/c/s')).toBe('http://h:8080');
});

test.each([
  'trino://h:8080',
  'trino://h/c',
  'trino://h/c/s/t',
  'trino://h/c/S-1',
  'trino://h/c/"x"',
  'trino:',
])('%s is no address', (warehouse) => {
  expect(() => addressOf(warehouse, {})).toThrow(Problem);
});

test('a password in the address is refused, and not repeated', () => {
  expect(() => addressOf('trino://ana:geheim@h/c/s', {})).toThrow(/TIDEMARK_TRINO_PASSWORD/);
  expect(() => addressOf('trino://ana:geheim@h/c/s', {})).not.toThrow(/geheim/);
});
