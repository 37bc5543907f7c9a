import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { saveContact } from '../contact-actions.ts';
import type { Contact } from '../contacts-queries.ts';
import classes from './editable-field.module.css';

const LANGUAGES = ['pt-BR', 'pt-PT', 'en', 'es', 'fr', 'de', 'it'];

/** The language of messages with the customer. */
export function LanguageField({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const { locale } = useTimeSettings();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const known = contact.locale ?? '';
  const choices = LANGUAGES.includes(known) || known === '' ? LANGUAGES : [known, ...LANGUAGES];
  return (
    <label className={classes.field}>
      <span className={classes.label}>{t('contact.language')}</span>
      <select
        className={classes.select}
        value={known}
        onChange={({ currentTarget: { value } }) =>
          void saveContact(contact._id, { locale: value === '' ? null : value }).catch(toastError)
        }
      >
        <option value="">{t('contact.languageUnknown')}</option>
        {choices.map((language) => (
          <option key={language} value={language}>
            {names.of(language)}
          </option>
        ))}
      </select>
    </label>
  );
}
