import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { createApiKey, keyPermissionsQuery } from '../api-keys-queries.ts';

type Permission = Schemas['CreateApiKeyDto']['permissions'][number];

const MAX_NAME_LENGTH = 100;

/** Makes a key with the chosen permissions. */
export function ApiKeyForm({ onMade }: { onMade: (made: Schemas['CreatedApiKeyDto']) => void }) {
  const { t } = useTranslation('settings');
  const { data: grantable = [] } = useQuery(keyPermissionsQuery);
  const [name, setName] = useState('');
  const [permissions, setPermissions] = useState<string[]>([]);
  const create = useMutation({ mutationFn: createApiKey, onSuccess: onMade });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ name, permissions: permissions as Permission[] });
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
      <Checkbox.Group
        label={t('apiKeys.permissions')}
        description={t('apiKeys.permissionsHint')}
        value={permissions}
        onChange={setPermissions}
        mb="md"
      >
        {grantable.map((one) => (
          <Checkbox key={one} size="md" mt="xs" label={one} value={one} />
        ))}
      </Checkbox.Group>
      <Button type="submit" loading={create.isPending} disabled={permissions.length === 0}>
        {t('apiKeys.submit')}
      </Button>
    </form>
  );
}
