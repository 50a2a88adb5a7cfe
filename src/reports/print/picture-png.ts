/** A chart as pixels, for readers of mail that show no SVG: twice as fine as shown, with the house's own type. */
import { Resvg } from '@resvg/resvg-js';
import { light } from '../../charts/index.ts';
import { fonts } from './fonts.ts';

const fineness = 2;

export interface Pixels {
  readonly png: Uint8Array;
  /** As it is to be shown. */
  readonly width: number;
  readonly height: number;
}

/** No wider than `most`, and no larger than it was drawn. */
export function picturePng(svg: string, most: number): Pixels {
  const drawn = new Resvg(svg).width;
  const width = Math.min(most, drawn);
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width * fineness },
    background: light.paper,
    font: { fontFiles: [...fonts], loadSystemFonts: false, defaultFontFamily: 'Inter' },
  }).render();
  return { png: picture.asPng(), width, height: Math.round(picture.height / fineness) };
}
