import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { NewPlacesForm } from './components/new-places-form.tsx';
import { ResourceTypeCard } from './components/resource-type-card.tsx';
import { resourcesQuery, resourceTypesQuery } from './resources-queries.ts';

/** Places and equipment that limit how much can be booked at once. */
export function ResourcesPage() {
  const { t } = useTranslation('resources');
  const { data: types, error } = useQuery(resourceTypesQuery);
  const { data: resources, error: resourcesError } = useQuery(resourcesQuery);
  const [isAdding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Page title={t('title')} text={t('text')}>
      <FormError error={error ?? resourcesError} />
      {types?.length === 0 && <Card title={t('none.title')} text={t('none.text')} children={null} />}
      {resources &&
        types?.map((type) => (
          <ResourceTypeCard
            key={type._id}
            type={type}
            resources={resources.filter((one) => one.resource_type_id === type._id)}
          />
        ))}
      <Button onClick={() => setAdding(true)}>{t('add')}</Button>
      {isAdding && (
        <CardDialog title={t('add')} onClose={close}>
          <NewPlacesForm onAdded={close} />
        </CardDialog>
      )}
    </Page>
  );
}
