/** Standard normal numbers by chance, the same ones for the same seed. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Marsaglia's polar method: two uniforms in the unit disc give two normals; the second waits for its turn. */
export function normalDraws(seed: number): () => number {
  const random = xoroshiro128plus(seed);
  let waiting: number | null = null;
  return () => {
    if (waiting !== null) {
      const ready = waiting;
      waiting = null;
      return ready;
    }
    for (;;) {
      const u = 2 * uniformFloat64(random) - 1;
      const v = 2 * uniformFloat64(random) - 1;
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const stretch = Math.sqrt((-2 * Math.log(s)) / s);
      waiting = v * stretch;
      return u * stretch;
    }
  };
}
