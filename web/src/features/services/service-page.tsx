import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '#web/lib/session/session.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { Page } from '#web/ui/page.tsx';
import { ServiceForm } from './components/service-form.tsx';
import { addService, changeService, deleteService, type Service, serviceQuery } from './services-queries.ts';

/** A new service. */
export function NewServicePage() {
  const { t } = useTranslation('services');
  const navigate = useNavigate();
  const { data: company } = useQuery(companyQuery);
  return (
    <Page title={t('new')} text={t('newText')}>
      <Link to="/settings/services">{t('back')}</Link>
      {company && (
        <ServiceForm
          save={async (fields) => {
            await addService(fields);
            toast({ message: t('created', { name: fields.name ?? '' }) });
            await navigate({ to: '/settings/services' });
          }}
        />
      )}
    </Page>
  );
}

/** One service of the company. */
export function ServicePage() {
  const { serviceId } = useParams({ from: '/staff/settings/services/$serviceId' });
  const { data: service, error, refetch } = useQuery(serviceQuery(serviceId));
  if (error && !service) return <Failure error={error} onRetry={() => void refetch()} />;
  return service ? <ServiceEditor key={service._id} service={service} /> : null;
}

/** Keeps the service as it was read: a change of a colleague must not replace what the user types. */
function ServiceEditor({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const { data: company } = useQuery(companyQuery);
  const [opened, setOpened] = useState(service);
  return (
    <Page title={opened.name}>
      <Link to="/settings/services">{t('back')}</Link>
      {company && (
        <ServiceForm
          key={opened.version}
          service={opened}
          save={async (fields) => {
            setOpened(await changeService(opened, fields));
            toast({ message: t('saved') });
          }}
        />
      )}
      <DeleteButton service={opened} />
    </Page>
  );
}

function DeleteButton({ service: { _id, name } }: { service: Service }) {
  const { t } = useTranslation('services');
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const remove = useMutation({
    mutationFn: () => deleteService(_id),
    onSuccess: () => navigate({ to: '/settings/services' }),
    onError: toastError,
    onSettled: close,
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('delete.button')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('delete.title', { name })}
          text={t('delete.text')}
          confirm={t('delete.confirm')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
