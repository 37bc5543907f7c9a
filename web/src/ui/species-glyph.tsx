import { IconCat, IconDog, IconFeather, IconFish, IconHorse, IconPaw } from '@tabler/icons-react';

const GLYPHS = { dog: IconDog, cat: IconCat, bird: IconFeather, fish: IconFish, horse: IconHorse } as const;

/** A glyph of the species in the colour of the text; a paw for others. */
export function SpeciesGlyph({ species, size = 20 }: { species: string | undefined; size?: number }) {
  const Glyph = GLYPHS[species as keyof typeof GLYPHS] ?? IconPaw;
  return <Glyph size={size} stroke={1.75} aria-hidden />;
}
