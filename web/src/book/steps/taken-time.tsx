import type { ApiError } from '#web/lib/api/api-error.ts';
import { weekdayTime } from '#web/lib/time/company-time.ts';
import { Notice, styles } from '../parts/parts.tsx';
import { useLanguage } from '../words.ts';

interface Props {
  error: ApiError;
  zone: string;
  onChoose: (startsAt: string) => void;
}

/** Says that the time is taken, and offers free times near it. */
export function TakenTime({ error, zone, onChoose }: Props) {
  const { words, locale } = useLanguage();
  const { alternatives = [] } = (error.details ?? {}) as { alternatives?: { starts_at: string }[] };
  const starts = [...new Set(alternatives.map(({ starts_at }) => starts_at))];
  return (
    <Notice tone="bad">
      <p>{starts.length > 0 ? words.time.taken : words.time.takenNone}</p>
      <div className={styles.chips}>
        {starts.map((start) => (
          <button key={start} type="button" className={styles.chip} onClick={() => onChoose(start)}>
            {weekdayTime(start, { zone, locale })}
          </button>
        ))}
      </div>
    </Notice>
  );
}
