import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { Actions } from '#web/ui/actions.tsx';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { Card } from '#web/ui/card.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { addResource, deleteType, type Resource, type ResourceType } from '../resources-queries.ts';
import { ResourceForm } from './resource-form.tsx';
import { ResourceRow } from './resource-row.tsx';

interface ResourceTypeCardProps {
  type: ResourceType;
  resources: readonly Resource[];
}

/** One type of places, and its places. */
export function ResourceTypeCard({ type, resources }: ResourceTypeCardProps) {
  const { t } = useTranslation('resources');
  const { _id, name, kind, cell, pad_after_min } = type;
  const [isAdding, setAdding] = useState(false);
  const close = () => setAdding(false);
  const remove = useMutation({ mutationFn: () => deleteType(_id), onError: toastError });
  const pad = pad_after_min > 0 ? ` ${t('padAfter', { count: pad_after_min })}` : '';
  return (
    <Card title={name} text={`${t(`cells.${cell}`)}. ${t(`kindTexts.${kind}`)}${pad}`}>
      <RowList empty={t('noPlaces')}>
        {resources.map((resource) => (
          <ResourceRow key={resource._id} resource={resource} kind={kind} />
        ))}
      </RowList>
      <Actions>
        <Button variant="default" size="sm" onClick={() => setAdding(true)} aria-label={t('addPlaceTo', { name })}>
          {t('addPlace')}
        </Button>
        {resources.length === 0 && (
          <Button
            variant="default"
            size="sm"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
            aria-label={t('deleteOne', { name })}
          >
            {t('delete')}
          </Button>
        )}
      </Actions>
      {isAdding && (
        <CardDialog title={t('addPlaceTo', { name })} onClose={close}>
          <ResourceForm
            kind={kind}
            submit={t('addPlace')}
            save={async (fields) => {
              await addResource({ ...fields, resource_type_id: _id });
              close();
            }}
          />
        </CardDialog>
      )}
    </Card>
  );
}
