import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import classes from './offers.module.css';

/** What the customer will see, in the language of the customer. */
export function OfferPreview({ message: { content, buttons, list } }: { message: Schemas['OfferTextDto'] }) {
  const { t } = useTranslation('offers');
  const choices = buttons ?? list?.rows ?? [];
  return (
    <figure className={classes.preview}>
      <figcaption className={classes.label}>{t('preview')}</figcaption>
      <p className={classes.bubble}>{content}</p>
      {choices.length > 0 && (
        <ul className={classes.choices}>
          {choices.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
    </figure>
  );
}
