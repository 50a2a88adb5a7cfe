/** Whether a picture was drawn for half a page, so that printers can set two abreast. */
import { halfWidth } from '../../charts/index.ts';

export function isHalf(svg: string): boolean {
  const width = /viewBox="0 0 ([\d.]+)/.exec(svg)?.[1];
  return width !== undefined && Number(width) <= halfWidth;
}
