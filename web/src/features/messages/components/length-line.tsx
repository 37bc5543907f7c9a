import { useTranslation } from 'react-i18next';
import { lengthIn, splitText, type TextLimit } from '../split-text.ts';
import classes from './composer.module.css';

/** The share of the limit from which the length is shown. */
const SHOWN_FROM = 0.8;
const PREVIEW_CHARACTERS = 24;

/** The length of a text near the limit; above the limit, the number of messages that it will become. */
export function LengthLine({ text, limit }: { text: string; limit: TextLimit }) {
  const { t } = useTranslation('messages');
  // Most texts are far from any limit: a character has at most four bytes.
  if (text.length * 4 < limit.limit * SHOWN_FROM) return null;
  const used = lengthIn(text.trim(), limit.unit);
  if (used < limit.limit * SHOWN_FROM) return null;
  const pieces = splitText(text, limit);
  if (pieces.length < 2) {
    return <p className={classes.length}>{t('composer.length', { used, limit: limit.limit })}</p>;
  }
  return (
    <p className={classes.length} data-split role="status">
      {t('composer.split', { count: pieces.length })}
      {pieces.slice(1).map((piece, index) => (
        <span key={index} className={classes.piece}>
          {t('composer.piece', { place: index + 2, words: piece.slice(0, PREVIEW_CHARACTERS) })}
        </span>
      ))}
    </p>
  );
}
