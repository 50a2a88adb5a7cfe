/** The scale on which a skewed number behaves like a normal one: as it is, its square root, or its logarithm. */
import { mean, squaresAround, sum } from './average.ts';
import { withoutPattern } from './pattern.ts';

export interface PowerScale {
  /** 1: as it is; ½: square root; 0: logarithm. */
  readonly power: 1 | 0.5 | 0;
  readonly forward: (value: number) => number;
  readonly back: (scaled: number) => number;
}

/** How much more likely (in ln) a bent scale must make the data before it is used. */
const WORTH_BENDING = 2;

/**
 * Chooses the power by Box and Cox's profile likelihood, the pattern of the slots being part of the model.
 *
 * Values below 0 stay as they are; where some are exactly 0, half the smallest positive one is added first.
 * Source: Box & Cox, JRSS B 26 (1964). Example: [1, 10, 100, 1000, 1, 10, 100, 1000] → power 0.
 */
export function choosePower(values: readonly number[], slots: readonly number[] | null = null): PowerScale {
  const smallest = Math.min(...values);
  if (!(smallest >= 0) || values.length < 8) return scaleOf(1, 0);
  const positive = values.filter((value) => value > 0);
  if (positive.length < values.length / 4) return scaleOf(1, 0);
  const start = smallest === 0 ? Math.min(...positive) / 2 : 0;
  const logs = sum(values.map((value) => Math.log(value + start)));
  const likelihood = (scale: PowerScale) => {
    const { adjusted } = withoutPattern(values.map(scale.forward), slots);
    const squares = squaresAround(mean(adjusted), adjusted);
    const slope = scale.power === 0 ? 1 : scale.power;
    return (-values.length / 2) * Math.log(squares / slope ** 2 + 1e-300) + (scale.power - 1) * logs;
  };
  const [straight, root, log] = [scaleOf(1, 0), scaleOf(0.5, start), scaleOf(0, start)];
  const [asRoot, asLog] = [likelihood(root), likelihood(log)];
  const isWorth = Math.max(asRoot, asLog) > likelihood(straight) + WORTH_BENDING;
  if (!isWorth) return straight;
  return asLog > asRoot ? log : root;
}

function scaleOf(power: 1 | 0.5 | 0, start: number): PowerScale {
  if (power === 1) return { power, forward: (value) => value, back: (scaled) => scaled };
  const back = power === 0 ? Math.exp : (scaled: number) => Math.max(0, scaled) ** 2;
  const forward = power === 0 ? Math.log : Math.sqrt;
  return { power, forward: (value) => forward(value + start), back: (scaled) => back(scaled) - start };
}
