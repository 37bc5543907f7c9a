import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUsers } from '#web/features/users/users-queries.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { type Service, servicesQuery } from './services-queries.ts';
import { useServiceWords } from './use-service-words.ts';

/** What customers can book. */
export function ServicesPage() {
  const { t } = useTranslation('services');
  const { data: services, error } = useQuery(servicesQuery);
  return (
    <Page title={t('title')} text={t('text')}>
      <Card title={t('list')}>
        <FormError error={error} />
        {services && (
          <RowList empty={t('none')}>
            {services.map((service) => (
              <ServiceRow key={service._id} service={service} />
            ))}
          </RowList>
        )}
      </Card>
      <Actions>
        <Button component={Link} to="/settings/services/new">
          {t('add')}
        </Button>
        <Link to="/welcome/booking">{t('guide')}</Link>
        <Link to="/contacts/import" search={{ kind: 'services' }}>
          {t('import')}
        </Link>
      </Actions>
    </Page>
  );
}

function ServiceRow({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const users = useUsers() ?? [];
  const { time, price, pets } = useServiceWords()(service, service.kind);
  const { _id, name, active, require_staff, staff_ids } = service;
  const people = staff_ids.flatMap((id) => users.find((user) => user._id === id)?.full_name ?? []);
  const who = people.length > 0 ? people.join(', ') : t(require_staff ? 'who.anybody' : 'who.nobody');
  const state = !active ? t('states.off') : !service.public ? t('states.staffOnly') : undefined;
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small>
          {time} · {price} · {pets}
        </small>
        <small>{who}</small>
        {state && <small data-tone="error">{state}</small>}
      </span>
      <Button
        renderRoot={(props) => <Link {...props} to="/settings/services/$serviceId" params={{ serviceId: _id }} />}
        variant="default"
        size="sm"
        aria-label={t('editOne', { name })}
      >
        {t('edit')}
      </Button>
    </li>
  );
}
