import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { Actions } from '#web/ui/actions.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { saveWahaServer } from '../waha-queries.ts';

/** The address and the key of the WAHA server. */
export function WahaServerForm({ address, onDone }: { address: string; onDone: () => void }) {
  const { t } = useTranslation('channels');
  const form = useForm({ initialValues: { base_url: address, api_key: '' } });
  const saving = useMutation({
    mutationFn: (values: typeof form.values) =>
      saveWahaServer({ base_url: values.base_url.trim(), api_key: values.api_key.trim() }),
    onSuccess: onDone,
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      {!isShownByFields(saving.error) && <FormError error={saving.error} />}
      <TextInput
        {...form.getInputProps('base_url')}
        label={t('waha.address')}
        description={t('waha.addressHint')}
        type="url"
        placeholder="https://waha.example.com"
        required
        mb="sm"
      />
      <PasswordField
        {...form.getInputProps('api_key')}
        label={t('waha.key')}
        description={t('waha.keyHint')}
        autoComplete="off"
        required
        mb="md"
      />
      <Actions>
        <Button type="submit" loading={saving.isPending}>
          {t('waha.saveServer')}
        </Button>
        {address !== '' && (
          <Button variant="default" onClick={onDone}>
            {t('waha.cancel')}
          </Button>
        )}
      </Actions>
    </form>
  );
}
