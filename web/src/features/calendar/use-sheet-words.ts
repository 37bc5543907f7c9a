import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bookingSettingsQuery } from '#web/features/booking-settings/booking-settings-queries.ts';
import { sizeOf } from '#web/features/booking-panel/size-of.ts';
import { isDangerous } from '#web/features/pets/pet-facts.ts';
import { servicesQuery } from '#web/features/services/services-queries.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import type { Diary, DiaryAppointment } from './diary-merge.ts';
import { clockSpan } from './visit-words.ts';

type Pet = DiaryAppointment['pets'][number];

/** Words of the day sheet. */
export interface SheetWords {
  /** From and to, as `09:00–10:00`. */
  times: (period: { starts_at: string; ends_at: string }) => string;
  hoursOf: (windows: Diary['staff'][number]['windows'], timesOff: Diary['time_off']) => string;
  /** Breed, size, coat and harmless temperament. */
  traitsOf: (pet: Pet) => string;
  /** Dangerous temperament and allergies. */
  alertsOf: (pet: Pet) => string;
  serviceOf: (row: DiaryAppointment, addOns: readonly string[]) => string;
}

export function useSheetWords(): SheetWords {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const { data: settings } = useQuery(bookingSettingsQuery);
  const { data: services = [] } = useQuery(servicesQuery);
  const times: SheetWords['times'] = ({ starts_at, ends_at }) => clockSpan(starts_at, ends_at, time);
  return {
    times,
    hoursOf: (windows, timesOff) =>
      [...windows.map(times), ...timesOff.map((one) => `${one.reason ?? t('timeOff')} ${times(one)}`)].join(' · '),
    traitsOf: ({ breed, weight_kg: kg, coat, temperament }) => {
      const size = kg === null ? undefined : sizeOf(String(kg), settings?.sizes ?? []);
      const weight = kg !== null && new Intl.NumberFormat(time.locale, { style: 'unit', unit: 'kilogram' }).format(kg);
      const moods = temperament.filter((one) => !isDangerous(one));
      return [breed, size, weight, coat, ...moods].filter(Boolean).join(', ');
    },
    alertsOf: ({ temperament, allergies }) =>
      [...temperament.filter(isDangerous), ...allergies.map((name) => t('allergy', { name }))].join(', '),
    serviceOf: ({ service_id, service_name }, addOns) => {
      const known = services.find(({ _id }) => _id === service_id)?.add_ons ?? [];
      return [service_name, ...addOns.map((key) => known.find((one) => one.key === key)?.name ?? key)]
        .filter(Boolean)
        .join(' + ');
    },
  };
}
