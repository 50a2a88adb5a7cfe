import { expect, test } from 'vitest';
import { fileOf } from '../testing.ts';
import { fastScan } from './fast-scan.ts';

const scan = (text: string | Buffer, fields = 3) =>
  fastScan(fileOf(text), { delimiter: ',', quote: '"', header: true, skip: 0, fields, maxRecordBytes: 1000 });

test('a clean file is regular, with or without a last line end, a byte order mark or carriage returns', async () => {
  for (const text of [
    'a,b,c\n1,2,3\n',
    'a,b,c\n1,2,3',
    '\ufeffa,b,c\n1,2,3\n',
    'a,b,c\r\n1,2,3\r\n',
    'a,b,c\n"1","2 ""x""",""\n',
  ]) {
    expect(await scan(text), text).toMatchObject({ regular: true, rows: 2 });
  }
});

test('whatever the engine could read in another way than we do is not regular', async () => {
  const odd = [
    'a,b,c\n1,2\n',
    'a,b,c\n1,2,3,4\n',
    'a,b,c\n1,x"y,3\n',
    'a,b,c\n1,"x"y,3\n',
    'a,b,c\n1,"x\ny",3\n',
    'a,b,c\n1,"x,3\n',
    'a,b,c\r\n1,2,3\n',
    'a,b,c\n1,2\r,3\n',
    'a,b,c\n\n1,2,3\n',
    'a,b,c\n1,\u0000,3\n',
    `a,b,c\n1,${'x'.repeat(1001)},3\n`,
    Buffer.from('a,b,c\n1,caf\xe9,3\n', 'latin1'),
  ];
  for (const text of odd) expect(await scan(text), JSON.stringify(text)).toMatchObject({ regular: false });
});

test('blanks at the edge of a field are noticed, inside a field they are not', async () => {
  expect(await scan('a,b,c\n1,x y,3\n')).toMatchObject({ padded: false });
  for (const text of [
    'a,b,c\n1, x,3\n',
    'a,b,c\n1,x ,3\n',
    'a,b,c\n 1,x,3\n',
    'a,b,c\n1,x,3 \n',
    'a,b,c\n1," x",3\n',
    'a,b,c\n1,"x ",3\n',
  ])
    expect(await scan(text), text).toMatchObject({ regular: true, padded: true });
});

test('a large file is scanned in parts that meet at line ends', async () => {
  const line = 'some text,"more, of it",7\n';
  const lines = Math.ceil((40 << 20) / line.length);
  expect(await scan(`a,b,c\n${line.repeat(lines)}`)).toEqual({
    regular: true,
    rows: lines + 1,
    padded: false,
  });
  expect(await scan(`a,b,c\n${line.repeat(lines)}1,2\n`)).toMatchObject({ regular: false });
});
