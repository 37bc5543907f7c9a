import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { createContact } from '../contact-list-queries.ts';
import classes from './new-contact-dialog.module.css';

/** Makes a contact and opens its page. */
export function NewContactDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['people', 'contacts', 'common']);
  const navigate = useNavigate();
  const form = useForm({ initialValues: { full_name: '', phone: '', email: '' } });
  const create = useMutation({
    mutationFn: ({ full_name, phone, email }: typeof form.values) =>
      createContact({ full_name, phone: phone.trim() || null, email: email.trim() || null }),
    onSuccess: ({ _id }) => {
      onClose();
      void navigate({ to: '/contacts/$id', params: { id: _id } });
    },
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  return (
    <CardDialog title={t('contacts.add')} onClose={onClose}>
      <form className={classes.form} onSubmit={form.onSubmit((values) => create.mutate(values))}>
        {!isShownByFields(create.error) && <FormError error={create.error} />}
        <TextInput
          {...form.getInputProps('full_name')}
          label={t('contacts:contact.name')}
          required
          maxLength={200}
          data-autofocus
        />
        <TextInput {...form.getInputProps('phone')} label={t('contacts:contact.phone')} type="tel" maxLength={32} />
        <TextInput {...form.getInputProps('email')} label={t('contacts:contact.email')} type="email" maxLength={254} />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('contacts.create')}
          </Button>
        </DialogButtons>
      </form>
    </CardDialog>
  );
}
