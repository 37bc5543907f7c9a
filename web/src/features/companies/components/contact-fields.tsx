import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { CompanyFields } from '../company-fields.ts';

const MAX_PHONE_LENGTH = 32;
const MAX_LENGTH = 300;

/** How customers reach the company. */
export function ContactFields({ form }: { form: UseFormReturnType<CompanyFields> }) {
  const { t } = useTranslation('company');
  return (
    <Card title={t('contact.title')} text={t('contact.text')}>
      <TextInput
        {...form.getInputProps('email')}
        label={t('contact.email')}
        type="email"
        autoComplete="email"
        maxLength={MAX_LENGTH}
        mb="md"
      />
      <TextInput
        {...form.getInputProps('phone')}
        label={t('contact.phone')}
        type="tel"
        autoComplete="tel"
        maxLength={MAX_PHONE_LENGTH}
        mb="md"
      />
      <TextInput
        {...form.getInputProps('website')}
        label={t('contact.website')}
        type="url"
        placeholder="https://"
        autoComplete="url"
        maxLength={MAX_LENGTH}
        mb="md"
      />
      <TextInput
        {...form.getInputProps('address')}
        label={t('contact.address')}
        autoComplete="street-address"
        maxLength={MAX_LENGTH}
      />
    </Card>
  );
}
