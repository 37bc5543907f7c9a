import { useTranslation } from 'react-i18next';
import type { Pet } from '#web/features/pets/pets-queries.ts';
import { ApiError } from '#web/lib/api/api-error.ts';
import { errorWords } from '#web/lib/api/error-words.ts';
import type { Finding } from './booking-queries.ts';

export interface Alternative {
  starts_at: string;
  staff_id: string | null;
}

const RULES = [
  'SERVICE_INACTIVE',
  'PET_COUNT',
  'NIGHTS',
  'PET_NOT_ACCEPTED',
  'NO_DURATION',
  'NO_STAFF',
  'NO_RESOURCE',
  'STEP',
  'LEAD_TIME',
  'HORIZON',
  'CLOSED',
  'NOT_WORKING',
  'TIME_OFF',
  'STAFF_BUSY',
  'RESOURCE_BUSY',
  'QUOTA_FULL',
] as const;

/** The free times that the API offers instead of a taken one. */
export function alternativesOf(error: unknown): readonly Alternative[] {
  if (!(error instanceof ApiError) || error.code !== 'SLOT_TAKEN') return [];
  return (error.details as { alternatives?: Alternative[] } | undefined)?.alternatives ?? [];
}

/** Returns a function that names a gate and its pet, as in `Vaccination Rabies (Luna)`. */
export function useGateWords(pets: readonly Pet[]): (gate: Finding) => string {
  const { t } = useTranslation('bookingPanel');
  return ({ kind, name, pet_id }) => {
    const pet = pets.find(({ _id }) => _id === pet_id);
    const gate = t(`gates.kinds.${kind as 'vaccination' | 'evaluation' | 'agreement'}`, { name });
    return pet && kind !== 'agreement' ? `${gate} (${pet.name})` : gate;
  };
}

/** Returns a function that says why a booking was refused, and what to do. */
export function useRefusalWords(pets: readonly Pet[]): (error: unknown) => string {
  const { t } = useTranslation('bookingPanel');
  const gateWords = useGateWords(pets);
  return (error) => {
    const { code, details, isTemporary } = error instanceof ApiError ? error : {};
    if (isTemporary) return t('refused.noAnswer');
    if (code === 'SLOT_TAKEN') return t(alternativesOf(error).length > 0 ? 'refused.takenChoose' : 'refused.taken');
    if (code === 'PET_BUSY') {
      const { pet_id } = details as { pet_id: string };
      return t('refused.petBusy', { name: pets.find(({ _id }) => _id === pet_id)?.name ?? '' });
    }
    if (code === 'GATE_FAILED') {
      const { gates } = details as { gates: Finding[] };
      return t('gates.blocked', { names: gates.map(gateWords).join(', ') });
    }
    if (code === 'SLOT_NOT_OFFERED') {
      const rule = RULES.find((known) => known === (details as { rule: string }).rule);
      return rule ? t(`refused.rules.${rule}`) : errorWords(error);
    }
    return errorWords(error);
  };
}
