import { appointmentTime } from '#web/lib/time/company-time.ts';
import { priceWords } from '../formats.ts';
import { Notice, styles } from '../parts/parts.tsx';
import type { NewQuote } from '../use-confirm.ts';
import { useLanguage } from '../words.ts';

interface Props {
  quote: NewQuote;
  zone: string;
  onAccept: () => void;
  onRefuse: () => void;
}

/** The new terms, where pets that the company knows already change price or time. */
export function ChangedQuote({ quote, zone, onAccept, onRefuse }: Props) {
  const language = useLanguage();
  const { words, locale } = language;
  return (
    <Notice tone="late">
      <h2 className={styles.subtitle}>{words.quote.title}</h2>
      <p>{words.quote.text}</p>
      <p>
        <strong>
          {appointmentTime(quote.starts_at, quote.ends_at, { zone, locale })}
          {', '}
          {priceWords(quote.price, quote.currency, language)}
        </strong>
      </p>
      <div className={styles.chips}>
        <button type="button" className={styles.chip} onClick={onAccept}>
          {words.quote.accept}
        </button>
        <button type="button" className={styles.chip} onClick={onRefuse}>
          {words.quote.refuse}
        </button>
      </div>
    </Notice>
  );
}
