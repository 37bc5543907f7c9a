import '@mantine/core/styles/Combobox.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { connectChannel } from '../channels-queries.ts';
import { ConnectedChannel } from './connected-channel.tsx';

type Platform = 'facebook' | 'instagram' | 'whatsapp';

const PLATFORMS: { value: Platform; label: string }[] = [
  { value: 'facebook', label: 'Facebook Messenger' },
  { value: 'instagram', label: 'Instagram' },
  { value: 'whatsapp', label: 'WhatsApp' },
];

/** The account beside the main one that a platform may need, as the API names it. */
const SECOND_ID = { facebook: null, instagram: 'page_id', whatsapp: 'waba_id' } as const;

const EMPTY = { platform: 'facebook' as Platform, external_id: '', name: '', access_token: '', second_id: '' };

/** Connects an account by a token that was made in Meta's own tools. */
export function ConnectChannelForm() {
  const { t } = useTranslation('channels');
  const [connectedId, setConnectedId] = useState<string>();
  const form = useForm({ initialValues: EMPTY });
  const connect = useMutation({
    mutationFn: (values: typeof EMPTY) => connectChannel(bodyOf(values)),
    onSuccess: ({ _id }) => setConnectedId(_id),
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  const { platform } = form.values;

  if (connectedId !== undefined) {
    const another = () => {
      form.reset();
      setConnectedId(undefined);
    };
    return <ConnectedChannel id={connectedId} onAnother={another} />;
  }
  return (
    <form onSubmit={form.onSubmit((values) => connect.mutate(values))}>
      {!isShownByFields(connect.error) && <FormError error={connect.error} />}
      <NativeSelect {...form.getInputProps('platform')} label={t('connect.platform')} data={PLATFORMS} mb="sm" />
      <TextInput
        {...form.getInputProps('external_id')}
        label={t(`connect.account.${platform}`)}
        description={t(`connect.accountHint.${platform}`)}
        required
        mb="sm"
      />
      {platform !== 'facebook' && (
        <TextInput
          {...form.getInputProps('second_id')}
          label={t(`connect.second.${platform}`)}
          description={t(`connect.secondHint.${platform}`)}
          required={platform === 'whatsapp'}
          mb="sm"
        />
      )}
      <TextInput
        {...form.getInputProps('name')}
        label={t('connect.name')}
        description={t('connect.nameHint')}
        maxLength={100}
        mb="sm"
      />
      <PasswordField
        {...form.getInputProps('access_token')}
        label={t('connect.token')}
        description={t('connect.tokenHint')}
        autoComplete="off"
        required
        mb="md"
      />
      <Button type="submit" loading={connect.isPending}>
        {t('connect.submit')}
      </Button>
    </form>
  );
}

function bodyOf({ second_id, name, ...values }: typeof EMPTY): Schemas['ConnectChannelDto'] {
  const secondName = SECOND_ID[values.platform];
  return {
    ...values,
    external_id: values.external_id.trim(),
    access_token: values.access_token.trim(),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(secondName && second_id.trim() !== '' ? { settings: { [secondName]: second_id.trim() } } : {}),
  };
}
