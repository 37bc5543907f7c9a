import { appointmentTime } from '#web/lib/time/company-time.ts';
import { isOwnClock, offsetOf, placeOf, priceWords } from '../formats.ts';
import { styles } from '../parts/parts.tsx';
import type { Appointment } from '../visitor-api.ts';
import { fill, plural, useLanguage } from '../words.ts';
import own from './manage.module.css';

const TONES: Partial<Record<Appointment['status'], string>> = {
  pending: own.waiting!,
  cancelled: own.over!,
  no_show: own.over!,
};

/** What was booked, for when, and for how much. */
export function AppointmentFacts({ appointment }: { appointment: Appointment }) {
  const language = useLanguage();
  const { words, locale } = language;
  const text = words.manage;
  const { starts_at, ends_at, time_zone: zone, currency, status, service_name, staff_name } = appointment;
  const { price, fee, pet_count: count, company_address } = appointment;
  return (
    <section className={styles.card}>
      <p className={`${own.status} ${TONES[status] ?? ''}`}>{text.status[status]}</p>
      <p className={own.when}>{appointmentTime(starts_at, ends_at, { zone, locale })}</p>
      {!isOwnClock(starts_at, zone) && (
        <p className={styles.dim}>
          {fill(words.zone, { place: placeOf(zone), offset: offsetOf(starts_at, zone, locale) })}
        </p>
      )}
      <dl className={styles.facts}>
        {service_name && (
          <>
            <dt>{text.service}</dt>
            <dd>
              {service_name}
              {count > 1 && ` · ${plural(text, { name: 'pets', count, locale })}`}
            </dd>
          </>
        )}
        {staff_name && (
          <>
            <dt>{text.with}</dt>
            <dd>{staff_name}</dd>
          </>
        )}
        <dt>{text.price}</dt>
        <dd>{priceWords(price, currency, language)}</dd>
        {fee !== null && fee > 0 && (
          <>
            <dt>{text.fee}</dt>
            <dd>{priceWords(fee, currency, language)}</dd>
          </>
        )}
        {company_address && (
          <>
            <dt>{text.where}</dt>
            <dd>{company_address}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
