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
  const { t } = useTranslation('services');
  const { serviceId } = useParams({ from: '/staff/settings/services/$serviceId' });
  const { data: company } = useQuery(companyQuery);
  const { data: service, error, refetch } = useQuery(serviceQuery(serviceId));
  if (error && !service) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!service || !company) return null;
  return (
    <Page title={service.name}>
      <Link to="/settings/services">{t('back')}</Link>
      <ServiceForm
        key={`${service._id} ${service.version}`}
        service={service}
        save={async (fields) => {
          await changeService(service, fields);
          toast({ message: t('saved') });
        }}
      />
      <DeleteButton service={service} />
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
