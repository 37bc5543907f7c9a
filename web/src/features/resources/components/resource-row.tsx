import { useTranslation } from 'react-i18next';
import { useTraitWords } from '#web/features/services/trait-words.ts';
import { EditableRow } from '#web/ui/editable-row.tsx';
import { changeResource, deleteResource, type Resource, type ResourceType } from '../resources-queries.ts';
import { ResourceForm } from './resource-form.tsx';

/** One place: for which pets it is, and how many fit. */
export function ResourceRow({ resource, kind }: { resource: Resource; kind: ResourceType['kind'] }) {
  const { t } = useTranslation('resources');
  const words = useTraitWords();
  const { name, capacity, active, attributes } = resource;
  const facts = [
    ...(kind === 'pool' ? [t('places', { count: capacity })] : []),
    ...(attributes.max_kg ? [t('upTo', { kg: attributes.max_kg })] : []),
    ...attributes.species.map((one) => words.species(one)),
    ...(attributes.area ? [attributes.area] : []),
  ];
  return (
    <EditableRow
      edit={{
        button: t('edit'),
        title: t('editOne', { name }),
        form: (close) => (
          <ResourceForm
            resource={resource}
            kind={kind}
            submit={t('save')}
            save={async (fields) => {
              await changeResource(resource, fields);
              close();
            }}
          />
        ),
      }}
      remove={{
        button: t('delete'),
        title: t('deleteOne', { name }),
        text: t('deleteText'),
        run: () => deleteResource(resource._id),
      }}
    >
      <strong>{name}</strong>
      {facts.length > 0 && <small>{facts.join(' · ')}</small>}
      {!active && <small data-tone="error">{t('off')}</small>}
    </EditableRow>
  );
}
