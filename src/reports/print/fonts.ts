/** The fonts of paper and pictures, as files. */
import { fileURLToPath } from 'node:url';

const file = (name: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}.ttf`));

/** Plain words are set in them; the second takes over where the first lacks a letter: customers write with emoji. */
export const plainFonts: readonly string[] = [
  file('inter/400Regular/Inter_400Regular'),
  file('noto-emoji/400Regular/NotoEmoji_400Regular'),
];

export const fonts: readonly string[] = [
  ...plainFonts,
  file('inter/500Medium/Inter_500Medium'),
  file('inter/600SemiBold/Inter_600SemiBold'),
];
