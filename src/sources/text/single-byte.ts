/** Encodings of one byte a character, as tables: what each of the upper 128 bytes stands for. */
import type { Encoding } from '../format.ts';

/** Code page 850, from 0x80 on. */
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

export type SingleByte = Extract<Encoding, 'windows-1252' | 'iso-8859-1' | 'iso-8859-15' | 'cp850'>;

const upper = Array.from({ length: 128 }, (_, index) => 0x80 + index);

/** The 128 characters; bytes that an encoding leaves open are control characters, as browsers have it. */
export function upperHalf(encoding: SingleByte): readonly string[] {
  if (encoding === 'cp850') return [...cp850];
  if (encoding === 'iso-8859-1') return upper.map((byte) => String.fromCharCode(byte));
  const decoder = new TextDecoder(encoding);
  return upper.map((byte) => decoder.decode(Uint8Array.of(byte)));
}

/** The same with a mapping's repairs: bytes that were written in another code page. */
export function repaired(encoding: SingleByte, repair: Readonly<Record<string, string>>): readonly string[] {
  const table = [...upperHalf(encoding)];
  for (const [byte, character] of Object.entries(repair)) {
    const index = Number.parseInt(byte, 16) - 0x80;
    if (index >= 0) table[index] = character;
  }
  return table;
}
