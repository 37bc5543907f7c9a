import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, setLanguage } from '#web/lib/i18n/i18n.ts';
import classes from './language-switch.module.css';

/** Changes the language of the pages before the log-in. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('auth');
  return (
    <div className={classes.switch} role="group" aria-label={t('language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes.language}
          aria-pressed={i18n.language === language}
          onClick={() => void setLanguage(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </div>
  );
}
