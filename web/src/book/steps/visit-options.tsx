import { type Draft } from '../draft.ts';
import { minutesWords, priceWords } from '../formats.ts';
import { Chips, styles } from '../parts/parts.tsx';
import type { BookableService } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';
import own from './visit-options.module.css';

const ANYBODY = '';
const MAX_NIGHTS = 60;

interface Props {
  service: BookableService;
  draft: Draft;
  onChange: (fields: Partial<Draft>) => void;
}

/** Extras, nights and the person, where the service has them. */
export function VisitOptions({ service, draft, onChange }: Props) {
  const language = useLanguage();
  const { words, locale } = language;
  const { add_ons, currency, kind, min_nights, max_nights, staff } = service;
  const { addOns, nights, staffId } = draft;
  const [fewest, most] = [min_nights ?? 1, max_nights ?? MAX_NIGHTS];
  const toggle = (key: string) =>
    onChange({ addOns: addOns.includes(key) ? addOns.filter((one) => one !== key) : [...addOns, key] });
  return (
    <>
      {kind === 'boarding' && (
        <label className={own.nights}>
          <span className={styles.label}>{words.time.nights}</span>
          <select
            className={styles.input}
            value={nights ?? fewest}
            onChange={(event) => onChange({ nights: Number(event.target.value) })}
          >
            {Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index).map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </label>
      )}
      {add_ons.length > 0 && (
        <fieldset className={styles.group}>
          <legend className={styles.label}>{words.time.extras}</legend>
          {add_ons.map(({ key, name, minutes, price }) => (
            <label key={key} className={own.extra}>
              <input type="checkbox" checked={addOns.includes(key)} onChange={() => toggle(key)} />
              <span className={own.name}>
                {name}
                {minutes > 0 && (
                  <span className={styles.dim}>
                    {' '}
                    {fill(words.time.minutesMore, { minutes: minutesWords(minutes, locale) })}
                  </span>
                )}
              </span>
              <span>{priceWords(price, currency, language)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {staff.length > 1 && (
        <Chips
          label={words.time.staff}
          options={[
            { value: ANYBODY, label: words.time.anybody },
            ...staff.map(({ _id, full_name }) => ({ value: _id, label: full_name })),
          ]}
          value={staffId ?? ANYBODY}
          onChoose={(value) => onChange({ staffId: value === ANYBODY ? null : value })}
        />
      )}
    </>
  );
}
