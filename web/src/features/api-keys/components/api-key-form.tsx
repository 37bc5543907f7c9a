import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { createApiKey, keyPermissionsQuery } from '../api-keys-queries.ts';
import type { Permission } from '../permissions.ts';
import { PermissionChoices } from './permission-choices.tsx';

const MAX_NAME_LENGTH = 100;

/** Makes a key with the chosen permissions. */
export function ApiKeyForm({ onMade }: { onMade: (made: Schemas['CreatedApiKeyDto']) => void }) {
  const { t } = useTranslation('settings');
  const { data: grantable = [] } = useQuery(keyPermissionsQuery);
  const [name, setName] = useState('');
  const [permissions, setPermissions] = useState<Permission[]>([]);
  const create = useMutation({ mutationFn: createApiKey, onSuccess: onMade });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ name, permissions });
      }}
    >
      <FormError error={create.error} />
      <TextInput
        label={t('apiKeys.name')}
        description={t('apiKeys.nameHint')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        maxLength={MAX_NAME_LENGTH}
        required
        mb="md"
      />
      <PermissionChoices grantable={grantable} chosen={permissions} onChange={setPermissions} />
      <Button type="submit" loading={create.isPending} disabled={permissions.length === 0}>
        {t('apiKeys.submit')}
      </Button>
    </form>
  );
}
