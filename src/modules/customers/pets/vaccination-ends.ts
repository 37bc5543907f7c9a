import { foldText } from '../../../core/text/index.js';
import type { Clearance } from './known-clearances.port.js';
import type { Vaccination } from './schemas/pet.schema.js';

const FOR_EVER = '9999-12-31';

/**
 * The days on which vaccinations of a pet end, each day once, in order. A later vaccination of the same name replaces
 * an earlier one; one without an end never ends.
 */
export function vaccinationEnds(vaccinations: readonly Vaccination[]): string[] {
  const ends = currentVaccinations(vaccinations).flatMap(({ expires_on }) => expires_on ?? []);
  return [...new Set(ends)].sort();
}

/** The vaccination of each name that is valid longest. */
export function currentVaccinations(vaccinations: readonly Vaccination[]): Vaccination[] {
  const longest = new Map<string, Vaccination>();
  for (const vaccination of vaccinations) {
    const name = foldText(vaccination.name.trim());
    const known = longest.get(name);
    if (!known || isLonger(vaccination, known)) longest.set(name, vaccination);
  }
  return [...longest.values()];
}

function isLonger({ expires_on }: Vaccination, { expires_on: other }: Vaccination): boolean {
  if (other === null) return false;
  return expires_on === null || expires_on > other;
}

/** For each vaccination the clearance of the same name that is valid longest, if it is valid longer than the vaccination. */
export function clearancesFor<One extends Pick<Clearance, 'name' | 'valid_until'>>(
  names: readonly string[],
  expires_on: string,
  clearances: readonly One[],
): One[] {
  const nameOf = (name: string): string => foldText(name.trim());
  return names.flatMap((name) => {
    const [longest] = clearances
      .filter((one) => nameOf(one.name) === nameOf(name) && (one.valid_until === null || one.valid_until > expires_on))
      .sort((one, other) => (other.valid_until ?? FOR_EVER).localeCompare(one.valid_until ?? FOR_EVER));
    return longest ? [longest] : [];
  });
}
