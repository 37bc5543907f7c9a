import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Size } from '#web/features/booking-settings/booking-settings-queries.ts';
import { useTraitWords } from '#web/features/services/trait-words.ts';
import { toastError } from '#web/lib/toast.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { addQuota, changeQuota, deleteQuota, type Quota, quotasQuery } from '../quotas-queries.ts';
import { QuotaForm } from './quota-form.tsx';

/** Limits of how many pets come, beside people and places. */
export function QuotasCard({ sizes }: { sizes: readonly Size[] }) {
  const { t } = useTranslation('booking');
  const { data: quotas, error } = useQuery(quotasQuery);
  const [isAdding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Card title={t('quotas.title')} text={t('quotas.text')}>
      <FormError error={error} />
      {quotas && (
        <RowList empty={t('quotas.none')}>
          {quotas.map((quota) => (
            <QuotaRow key={quota._id} quota={quota} sizes={sizes} />
          ))}
        </RowList>
      )}
      <Button mt="md" variant="default" size="sm" onClick={() => setAdding(true)}>
        {t('quotas.add')}
      </Button>
      {isAdding && (
        <CardDialog title={t('quotas.add')} onClose={close}>
          <QuotaForm sizes={sizes} submit={t('quotas.submit')} save={(fields) => addQuota(fields).then(close)} />
        </CardDialog>
      )}
    </Card>
  );
}

function QuotaRow({ quota, sizes }: { quota: Quota; sizes: readonly Size[] }) {
  const { t } = useTranslation('booking');
  const words = useTraitWords();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const remove = useMutation({ mutationFn: () => deleteQuota(quota._id), onError: toastError });
  const { name, max, per, cell, kind, species, size } = quota;
  const pets = [...(size ? [words.size(size)] : []), ...(species ? [words.species(species)] : [])].join(', ');
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small>
          {t('quotas.most', { count: max })} {t(`quotas.kinds.${kind}.${cell}`)}, {t(`quotas.pers.${per}`)}
        </small>
        {pets && <small>{pets}</small>}
      </span>
      <Button variant="default" size="sm" onClick={() => setOpen(true)} aria-label={t('quotas.editOne', { name })}>
        {t('edit')}
      </Button>
      <Button
        variant="default"
        size="sm"
        loading={remove.isPending}
        onClick={() => remove.mutate()}
        aria-label={t('quotas.deleteOne', { name })}
      >
        {t('delete')}
      </Button>
      {isOpen && (
        <CardDialog title={t('quotas.editOne', { name })} onClose={close}>
          <QuotaForm
            quota={quota}
            sizes={sizes}
            submit={t('save')}
            save={(fields) => changeQuota(quota, fields).then(close)}
          />
        </CardDialog>
      )}
    </li>
  );
}
