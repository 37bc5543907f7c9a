import { useTranslation } from 'react-i18next';
import type { Connection } from '../connect-queries.ts';

const CHECKS = ['professional', 'linked', 'ticked', 'role', 'scopes'] as const;

/** Shows why accounts are missing: the detected reasons, or else a checklist. */
export function ConnectFindings({ connection: { state, findings, error } }: { connection: Connection }) {
  const { t } = useTranslation('channels');
  const isWithoutAccount = state === 'failed' && error?.code === 'NO_ACCOUNT';
  if (findings.length === 0 && !isWithoutAccount) return null;
  return (
    <section aria-label={t('logIn.missing')}>
      <h3>{t('logIn.missing')}</h3>
      <ul>
        {findings.map(({ code, subject = '' }) => (
          <li key={`${code} ${subject}`}>
            {subject && <strong>{subject}: </strong>}
            {t(`logIn.findings.${code as 'NO_NUMBER'}`)}
          </li>
        ))}
        {isWithoutAccount &&
          findings.length === 0 &&
          CHECKS.map((check) => <li key={check}>{t(`logIn.checks.${check}`)}</li>)}
      </ul>
    </section>
  );
}
