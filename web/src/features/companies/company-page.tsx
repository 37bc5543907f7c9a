import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bookingPageAddress } from '#web/features/booking-settings/booking-page-address.ts';
import { companyQuery } from '#web/lib/session/session.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import classes from './company-page.module.css';
import { CompanyForm } from './components/company-form.tsx';
import { LogoCard } from './components/logo-card.tsx';

export function CompanyPage() {
  const { t } = useTranslation('company');
  const { data: company, error } = useQuery(companyQuery);
  return (
    <Page title={t('title')} text={t('text')}>
      <FormError error={error} />
      {company && <CompanyForm company={company} />}
      {company && <LogoCard company={company} />}
      {company && (
        <Card title={t('booking.title')} text={t('booking.text')}>
          <a className={classes.address} href={bookingPageAddress(company)} target="_blank" rel="noreferrer">
            {bookingPageAddress(company)}
          </a>
        </Card>
      )}
    </Page>
  );
}
