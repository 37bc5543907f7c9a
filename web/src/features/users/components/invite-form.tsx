import '@mantine/core/styles/Alert.css';
import '@mantine/core/styles/Combobox.css';
import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { inviteUser } from '../users-queries.ts';

type Invitation = Schemas['InviteUserDto'];

/** Invites a colleague by mail. The API wants the user's own address to be confirmed first. */
export function InviteForm() {
  const { t } = useTranslation('profile');
  const { data: me } = useQuery(meQuery);
  const form = useForm<Invitation>({ initialValues: { email: '', role: 'staff' } });
  const invite = useMutation({
    mutationFn: inviteUser,
    onSuccess: () => form.setFieldValue('email', ''),
    onError: (error) => form.setErrors(refusedFields(error)),
  });

  if (me && !me.email_verified) return <Alert>{t('invite.confirmFirst')}</Alert>;
  return (
    <form onSubmit={form.onSubmit((values) => invite.mutate(values))}>
      {!isShownByFields(invite.error) && <FormError error={invite.error} />}
      {invite.isSuccess && (
        <Alert role="status" mb="md">
          {t('invite.sent', { email: invite.data.email })}
        </Alert>
      )}
      <TextInput
        {...form.getInputProps('email')}
        label={t('invite.email')}
        type="email"
        autoComplete="off"
        required
        mb="sm"
      />
      <NativeSelect
        {...form.getInputProps('role')}
        label={t('invite.role')}
        description={t(`invite.roleHint.${form.values.role}`)}
        data={[
          { value: 'staff', label: t('roles.staff') },
          { value: 'manager', label: t('roles.manager') },
        ]}
        mb="md"
      />
      <Button type="submit" loading={invite.isPending}>
        {t('invite.submit')}
      </Button>
    </form>
  );
}
