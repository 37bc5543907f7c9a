import './follow-customers.ts';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconCalendarPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LazyMemorySection } from '#web/features/assistant/memory/lazy-memory-section.tsx';
import { openBookingPanel } from '#web/features/booking-panel/open-booking-panel.ts';
import { LazyPaymentSection } from '#web/features/payments/components/lazy-payment-section.tsx';
import { PetsSection } from '#web/features/pets/components/pets-section.tsx';
import { useIsManager } from '#web/lib/session/roles.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { ContactSection } from './components/contact-section.tsx';
import { DeleteContact } from './components/delete-contact.tsx';
import { MergeSection } from './components/merge-section.tsx';
import { Timeline } from './components/timeline.tsx';
import classes from './contact-page.module.css';
import { type Contact, useContact } from './contacts-queries.ts';

const route = getRouteApi('/staff/contacts/$id');

/** Everything about one customer. */
export function ContactPage() {
  const { t } = useTranslation('people');
  const { id } = route.useParams();
  const { data: contact, error, refetch } = useContact(id);
  if (!contact) return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;
  if (contact.merged_into === null) return <Customer key={id} contact={contact} />;
  return (
    <EmptyState title={t('merged.title', { name: contact.full_name })}>
      <Link to="/contacts/$id" params={{ id: contact.merged_into }} replace>
        {t('merged.open')}
      </Link>
    </EmptyState>
  );
}

function Customer({ contact }: { contact: Contact }) {
  const { t } = useTranslation('people');
  const isManager = useIsManager();
  const { _id: id, full_name: name } = contact;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="page-title">
      <header className={classes.head}>
        <Link to="/contacts" className={classes.back} activeOptions={{ exact: true }} aria-label={t('back')}>
          <IconArrowLeft size={20} stroke={1.75} aria-hidden />
        </Link>
        <h1 id="page-title" className={classes.title}>
          {name}
        </h1>
        <Button
          leftSection={<IconCalendarPlus size={18} aria-hidden />}
          onClick={() => openBookingPanel({ contactId: id })}
        >
          {t('book')}
        </Button>
        <Link to="/calendar/waitlist" search={{ contact: id }} className={classes.link}>
          {t('toWaitlist')}
        </Link>
        {isManager && <DeleteContact contact={contact} />}
      </header>
      <h2 className="pb-visually-hidden">{t('customer')}</h2>
      <div className={classes.columns}>
        <div className={classes.column}>
          <MergeSection contactId={id} />
          <ContactSection contactId={id} />
        </div>
        <div className={classes.column}>
          <PetsSection contactId={id} />
          <LazyMemorySection contactId={id} />
          <LazyPaymentSection whose={{ contact_id: id }} />
        </div>
        <div className={classes.column}>
          <Timeline contactId={id} />
        </div>
      </div>
    </div>
  );
}
