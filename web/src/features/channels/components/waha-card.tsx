import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { forgetWahaServer, wahaNumbersQuery, wahaServerQuery } from '../waha-queries.ts';
import classes from './waha.module.css';
import { WahaNumberForm } from './waha-number-form.tsx';
import { WahaNumberRow } from './waha-number-row.tsx';
import { WahaServerForm } from './waha-server-form.tsx';

/** WhatsApp numbers of the company's own WAHA server, each connected by a QR code. */
export function WahaCard() {
  const { t } = useTranslation('channels');
  const { data: server, error } = useQuery(wahaServerQuery);
  const { data: numbers, error: numbersError } = useQuery(wahaNumbersQuery);
  const [isEditing, setEditing] = useState(false);
  if (!server || !numbers) return <FormError error={error ?? numbersError} />;
  const isFormShown = server.base_url === null || isEditing;
  return (
    <Card title={t('waha.title')} text={t('waha.text')}>
      {isFormShown ? (
        <WahaServerForm address={server.base_url ?? ''} onDone={() => setEditing(false)} />
      ) : (
        <ServerLine address={server.base_url ?? ''} hasNumbers={numbers.length > 0} onEdit={() => setEditing(true)} />
      )}
      {numbers.length > 0 && (
        <RowList empty="">
          {numbers.map((number) => (
            <WahaNumberRow key={number.name} number={number} />
          ))}
        </RowList>
      )}
      {server.base_url !== null && !isEditing && <WahaNumberForm isFirst={numbers.length === 0} />}
    </Card>
  );
}

function ServerLine({ address, hasNumbers, onEdit }: { address: string; hasNumbers: boolean; onEdit: () => void }) {
  const { t } = useTranslation('channels');
  const forget = useMutation({ mutationFn: forgetWahaServer, onError: toastError });
  return (
    <div className={classes.server}>
      <span>
        <small>{t('waha.server')}</small>
        <strong>{address}</strong>
      </span>
      <Actions>
        <Button variant="default" size="sm" onClick={onEdit}>
          {t('waha.changeServer')}
        </Button>
        {!hasNumbers && (
          <Button variant="default" size="sm" loading={forget.isPending} onClick={() => forget.mutate()}>
            {t('waha.forgetServer')}
          </Button>
        )}
      </Actions>
    </div>
  );
}
