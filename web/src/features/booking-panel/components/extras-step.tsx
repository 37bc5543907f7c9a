import { useTranslation } from 'react-i18next';
import type { Service } from '#web/features/services/services-queries.ts';
import { moneyWords } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import type { BookingChoice } from '../booking-choice.ts';
import classes from '../booking-panel.module.css';

const MAX_NIGHTS = 92;

interface ExtrasStepProps {
  service: Service;
  choice: BookingChoice;
  onChange: (changed: Partial<BookingChoice>) => void;
}

/** Add-ons and notes. */
export function ExtrasStep({ service, choice, onChange }: ExtrasStepProps) {
  const { t } = useTranslation('bookingPanel');
  const { locale } = useTimeSettings();
  const toggle = (key: string, isOn: boolean) =>
    onChange({ addOns: isOn ? [...choice.addOns, key] : choice.addOns.filter((one) => one !== key) });
  return (
    <>
      {service.add_ons.length > 0 && (
        <fieldset className={classes.step}>
          <legend className={classes.heading}>{t('extras.title')}</legend>
          {service.add_ons.map(({ key, name, price }) => (
            <label key={key} className={classes.extra}>
              <input
                type="checkbox"
                checked={choice.addOns.includes(key)}
                onChange={({ currentTarget }) => toggle(key, currentTarget.checked)}
              />
              <span>{name}</span>
              <span className={classes.dim}>{moneyWords(price, service.currency, locale)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label className={classes.field}>
        {t('extras.notes')}
        <textarea
          className={classes.notes}
          rows={1}
          maxLength={5_000}
          value={choice.notes}
          onChange={({ currentTarget }) => onChange({ notes: currentTarget.value })}
        />
      </label>
    </>
  );
}

/** How long a stay is. */
export function NightsField({ service, choice, onChange }: ExtrasStepProps) {
  const { t } = useTranslation('bookingPanel');
  return (
    <label className={classes.field}>
      {t('extras.nights')}
      <input
        type="number"
        className={classes.select}
        min={service.min_nights ?? 1}
        max={service.max_nights ?? MAX_NIGHTS}
        value={choice.nights}
        onChange={({ currentTarget: { valueAsNumber: nights } }) => nights >= 1 && onChange({ nights })}
      />
    </label>
  );
}
