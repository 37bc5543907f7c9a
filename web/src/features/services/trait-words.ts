import { useTranslation } from 'react-i18next';
import { SPECIES, speciesOf } from '#web/features/pets/pet-facts.ts';

const KNOWN_SIZES = ['small', 'medium', 'large', 'giant'] as const;

/** Names of species and sizes in the language of the user; others as the company has written them. */
export function useTraitWords() {
  const { t } = useTranslation(['services', 'pets']);
  return {
    species: (name: string): string => {
      const known = speciesOf(name);
      return known ? t(`pets:species.${known}`) : name;
    },
    size: (name: string): string => {
      const known = KNOWN_SIZES.find((size) => size === name);
      return known ? t(`services:sizes.${known}`) : name;
    },
  };
}

/** The species to choose from: those with a name in the languages of the product, and those in use. */
export const speciesChoices = (used: readonly string[]): string[] => [...new Set([...SPECIES, ...used])];
