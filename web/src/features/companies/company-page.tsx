import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '#web/lib/session/session.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import classes from './company-page.module.css';
import { CompanyForm } from './components/company-form.tsx';

export function CompanyPage() {
  const { t } = useTranslation('company');
  const { data: company, error } = useQuery(companyQuery);
  return (
    <Page title={t('title')} text={t('text')}>
      <FormError error={error} />
      {company && <CompanyForm company={company} />}
      {company && (
        <Card title={t('booking.title')} text={t('booking.text')}>
          <code className={classes.address}>{`${location.origin}/api/v1/public/${company.slug}/services`}</code>
        </Card>
      )}
    </Page>
  );
}
