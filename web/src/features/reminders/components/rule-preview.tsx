import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormError } from '#web/ui/form-error.tsx';
import { type PreviewInput, previewQuery, type ReminderChannel } from '../reminders-queries.ts';
import classes from './rule-preview.module.css';

interface RulePreviewProps {
  input: PreviewInput;
  channels: readonly ReminderChannel[];
}

/** What the customer of the next appointment would get, by each way. */
export function RulePreview({ input, channels }: RulePreviewProps) {
  const { t } = useTranslation('reminders');
  const { data, error } = useQuery(previewQuery(input));
  return (
    <section className={classes.preview} aria-label={t('preview.title')}>
      <h3 className={classes.title}>{t('preview.title')}</h3>
      <p className={classes.hint}>{data && t(data.appointment_id === null ? 'preview.madeUp' : 'preview.real')}</p>
      <FormError error={error} />
      {data && channels.includes('message') && (
        <figure className={classes.way}>
          <figcaption>{t('ways.message')}</figcaption>
          <p className={classes.bubble}>{data.message.content}</p>
          <div className={classes.buttons}>
            {data.message.buttons.map((label) => (
              <span key={label} className={classes.button}>
                {label}
              </span>
            ))}
          </div>
        </figure>
      )}
      {data?.template && channels.includes('template') && (
        <figure className={classes.way}>
          <figcaption>{t('ways.template')}</figcaption>
          <dl className={classes.values}>
            {Object.entries(data.template).map(([key, value]) => (
              <div key={key}>
                <dt>{`{{${key}}}`}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </figure>
      )}
      {data && channels.includes('mail') && (
        <figure className={classes.way}>
          <figcaption>{t('ways.mail')}</figcaption>
          <div className={classes.mail}>
            <strong>{data.mail.subject}</strong>
            {data.mail.paragraphs.map((text, index) => (
              // Two paragraphs may be equal.
              <p key={`${index}:${text}`}>{text}</p>
            ))}
            {data.mail.action && <p className={classes.link}>{data.mail.action}</p>}
            <small>{data.mail.footer}</small>
          </div>
        </figure>
      )}
    </section>
  );
}
