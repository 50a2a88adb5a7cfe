/** Brings half-wide pictures together, so that printers can set them two abreast. */
import { halfWidth } from '../../charts/index.ts';
import type { Block } from '../report.ts';

export function isHalf(block: Block): boolean {
  if (block.kind !== 'picture') return false;
  const width = /viewBox="0 0 ([\d.]+)/.exec(block.picture.svg)?.[1];
  return width !== undefined && Number(width) <= halfWidth;
}

/** Within a run of pictures, one that would stand alone takes the next half-wide one to its side; nothing else moves. */
export function abreast(blocks: readonly Block[]): readonly Block[] {
  const [first, second] = blocks;
  if (first === undefined) return [];
  if (!isHalf(first) || second?.kind !== 'picture') return [first, ...abreast(blocks.slice(1))];
  const end = blocks.findIndex(({ kind }) => kind !== 'picture');
  const run = end === -1 ? blocks : blocks.slice(0, end);
  const partner = run.findIndex((block, i) => i > 0 && isHalf(block));
  if (partner === -1) return [first, ...abreast(blocks.slice(1))];
  return [
    first,
    ...run.slice(partner, partner + 1),
    ...abreast(blocks.filter((_, i) => i !== 0 && i !== partner)),
  ];
}
