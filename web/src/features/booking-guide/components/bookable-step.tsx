import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bookingPageAddress } from '#web/features/booking-settings/booking-page-address.ts';
import type { Service } from '#web/features/services/services-queries.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import classes from '../guide-page.module.css';
import { FreeTimes } from './free-times.tsx';

interface BookableStepProps {
  company: { slug: string };
  service: Service;
  onBack: () => void;
}

/** The end of the guide: the address for customers, and the free times that they see. */
export function BookableStep({ company, service, onBack }: BookableStepProps) {
  const { t } = useTranslation('guide');
  const [isCopied, setCopied] = useState(false);
  const address = bookingPageAddress(company);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <Card title={t('bookable.title')} text={t('bookable.text')}>
        <code className={classes.address}>{address}</code>
        <Actions>
          <Button
            onClick={() => void copy()}
            leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          >
            {t(isCopied ? 'bookable.copied' : 'bookable.copy')}
          </Button>
          <Button
            component="a"
            href={address}
            target="_blank"
            rel="noreferrer"
            variant="default"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {t('bookable.open')}
          </Button>
        </Actions>
      </Card>
      <FreeTimes slug={company.slug} service={service} />
      <Actions>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/settings/services/$serviceId" params={{ serviceId: service._id }} />
          )}
        >
          {t('bookable.more')}
        </Button>
        <Button component={Link} to="/" variant="default">
          {t('bookable.inbox')}
        </Button>
      </Actions>
    </>
  );
}
