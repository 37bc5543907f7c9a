import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUserName } from '#web/features/users/users-queries.ts';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { EditableRow } from '#web/ui/editable-row.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { SecretForm } from './components/secret-form.tsx';
import { deleteSecret, type Secret, secretsQuery } from './secrets-queries.ts';

/** Passwords and keys of the company for other services. */
export function SecretsPage() {
  const { t } = useTranslation('settings');
  const { data: secrets, error } = useQuery(secretsQuery);
  const sayStored = () => toast({ message: t('saved') });
  return (
    <Page title={t('pages.secrets')} text={t('secrets.text')}>
      <Card title={t('secrets.list')}>
        <FormError error={error} />
        {secrets && (
          <RowList empty={t('secrets.none')}>
            {secrets.map((secret) => (
              <SecretRow key={secret.name} secret={secret} onStored={sayStored} />
            ))}
          </RowList>
        )}
      </Card>
      <Card title={t('secrets.add')}>
        <SecretForm submit={t('secrets.submit')} onSaved={sayStored} />
      </Card>
    </Page>
  );
}

function SecretRow({ secret: { name, changed_at, changed_by }, onStored }: { secret: Secret; onStored: () => void }) {
  const { t } = useTranslation('settings');
  const time = fullTime(changed_at, useTimeSettings());
  const person = useUserName(changed_by);
  return (
    <EditableRow
      edit={{
        button: t('secrets.replace'),
        title: t('secrets.replaceOne', { name }),
        form: (close) => (
          <SecretForm
            name={name}
            submit={t('save')}
            onSaved={() => {
              close();
              onStored();
            }}
          />
        ),
      }}
      remove={{
        button: t('delete'),
        title: t('secrets.deleteOne', { name }),
        text: t('secrets.deleteText'),
        run: () => deleteSecret(name),
      }}
    >
      <strong>{name}</strong>
      <small>{person ? t('secrets.changedBy', { time, person }) : t('secrets.changed', { time })}</small>
    </EditableRow>
  );
}
