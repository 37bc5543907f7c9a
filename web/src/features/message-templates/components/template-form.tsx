import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { refusedFields } from '#web/lib/api/error-words.ts';
import { toast } from '#web/lib/toast.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { EMPTY_TEMPLATE, type FormValues, linkOf, toBody } from '../new-template.ts';
import { keysOf } from '../template-text.ts';
import { createTemplate } from '../templates-queries.ts';
import { TemplateButtonsFields } from './template-buttons-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';

/** The most common languages; templates in others are made in the WhatsApp manager. */
const LANGUAGES = ['pt_BR', 'en_US', 'es', 'pt_PT', 'en_GB', 'fr', 'de', 'it'];
const MAX_BODY_LENGTH = 1_024;
const MAX_EDGE_LENGTH = 60;
const VARIABLE = '{{pet_name}}';

/** Makes a template and sends it to WhatsApp for approval. */
export function TemplateForm({ channels }: { channels: readonly Schemas['ChannelDto'][] }) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'pt-BR' ? 'pt_BR' : 'en_US';
  const form = useForm<FormValues>({
    initialValues: { ...EMPTY_TEMPLATE, language, channel_id: channels[0]?._id ?? '' },
  });
  const { values } = form;
  const create = useMutation({
    mutationFn: () => createTemplate(toBody(values)),
    onSuccess: () => {
      form.reset();
      toast({ message: t('new.sent') });
    },
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  const keys = keysOf(values.header, values.body, values.buttons.map(linkOf));
  return (
    <form onSubmit={form.onSubmit(() => create.mutate())}>
      <FormError error={create.error} />
      {channels.length > 1 && (
        <NativeSelect
          {...form.getInputProps('channel_id')}
          label={t('new.channel')}
          data={channels.map(({ _id, name }) => ({ value: _id, label: name }))}
          mb="sm"
        />
      )}
      <TextInput
        {...form.getInputProps('name')}
        label={t('new.name')}
        description={t('new.nameHint')}
        pattern="[a-z0-9_]+"
        autoCapitalize="none"
        autoComplete="off"
        maxLength={512}
        required
        mb="sm"
      />
      <NativeSelect {...form.getInputProps('language')} label={t('new.language')} data={LANGUAGES} mb="sm" />
      <NativeSelect
        {...form.getInputProps('category')}
        label={t('new.category')}
        data={(['utility', 'marketing'] as const).map((value) => ({ value, label: t(`categories.${value}`) }))}
        mb="sm"
      />
      <TextInput {...form.getInputProps('header')} label={t('new.header')} maxLength={MAX_EDGE_LENGTH} mb="sm" />
      <Textarea
        {...form.getInputProps('body')}
        label={t('new.body')}
        description={t('new.bodyHint', { variable: VARIABLE })}
        maxLength={MAX_BODY_LENGTH}
        rows={4}
        required
        mb="sm"
      />
      <TextInput {...form.getInputProps('footer')} label={t('new.footer')} maxLength={MAX_EDGE_LENGTH} mb="sm" />
      <TemplateButtonsFields buttons={values.buttons} onChange={(buttons) => form.setFieldValue('buttons', buttons)} />
      {keys.map((key) => (
        <TextInput
          key={key}
          label={t('new.example', { key })}
          value={values.examples[key] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            form.setFieldValue('examples', { ...values.examples, [key]: value })
          }
          required
          mb="sm"
        />
      ))}
      {values.body && (
        <TemplatePreview
          components={{
            header: values.header || null,
            body: values.body,
            footer: values.footer || null,
            buttons: values.buttons,
          }}
          values={values.examples}
          label={t('preview')}
        />
      )}
      <Button type="submit" loading={create.isPending}>
        {t('new.submit')}
      </Button>
    </form>
  );
}
