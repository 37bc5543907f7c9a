import { TextInput, type TextInputProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { CompanyFields } from '../company-fields.ts';

const MAX_PHONE_LENGTH = 32;
const MAX_LENGTH = 300;
const FIELDS = [
  ['email', { type: 'email', autoComplete: 'email' }],
  ['phone', { type: 'tel', autoComplete: 'tel', maxLength: MAX_PHONE_LENGTH }],
  ['website', { type: 'url', autoComplete: 'url', placeholder: 'https://' }],
  ['address', { autoComplete: 'street-address' }],
] as const satisfies readonly [keyof CompanyFields, TextInputProps][];

/** How customers reach the company. */
export function ContactFields({ form }: { form: UseFormReturnType<CompanyFields> }) {
  const { t } = useTranslation('company');
  return (
    <Card title={t('contact.title')} text={t('contact.text')}>
      {FIELDS.map(([name, props], index) => (
        <TextInput
          key={name}
          {...form.getInputProps(name)}
          label={t(`contact.${name}`)}
          maxLength={MAX_LENGTH}
          mt={index > 0 ? 'md' : 0}
          {...props}
        />
      ))}
    </Card>
  );
}
