import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTraitWords } from '#web/features/services/trait-words.ts';
import { toastError } from '#web/lib/toast.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { changeResource, deleteResource, type Resource, type ResourceType } from '../resources-queries.ts';
import { ResourceForm } from './resource-form.tsx';

/** One place: for which pets it is, and how many fit. */
export function ResourceRow({ resource, kind }: { resource: Resource; kind: ResourceType['kind'] }) {
  const { t } = useTranslation('resources');
  const words = useTraitWords();
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const close = () => setOpen(undefined);
  const remove = useMutation({ mutationFn: () => deleteResource(resource._id), onError: toastError, onSettled: close });
  const { name, capacity, active, attributes } = resource;
  const facts = [
    ...(kind === 'pool' ? [t('places', { count: capacity })] : []),
    ...(attributes.max_kg ? [t('upTo', { kg: attributes.max_kg })] : []),
    ...attributes.species.map((one) => words.species(one)),
    ...(attributes.area ? [attributes.area] : []),
  ];
  return (
    <li>
      <span>
        <strong>{name}</strong>
        {facts.length > 0 && <small>{facts.join(' · ')}</small>}
        {!active && <small data-tone="error">{t('off')}</small>}
      </span>
      <Button variant="default" size="sm" onClick={() => setOpen('edit')} aria-label={t('editOne', { name })}>
        {t('edit')}
      </Button>
      <Button variant="default" size="sm" onClick={() => setOpen('delete')} aria-label={t('deleteOne', { name })}>
        {t('delete')}
      </Button>
      {open === 'edit' && (
        <CardDialog title={t('editOne', { name })} onClose={close}>
          <ResourceForm
            resource={resource}
            kind={kind}
            submit={t('save')}
            save={async (fields) => {
              await changeResource(resource, fields);
              close();
            }}
          />
        </CardDialog>
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={t('deleteOne', { name })}
          text={t('deleteText')}
          confirm={t('delete')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </li>
  );
}
