import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { moneyText, parseMoney } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import type { ModelSettings } from '#web/features/assistant/assistant-types.ts';
import { MODEL_CURRENCY } from '../settings-draft.ts';
import { putModel } from '../settings-queries.ts';

/** The limits of the API. */
const MAX_URL_LENGTH = 2_048;
const MAX_KEY_LENGTH = 1_024;
const MAX_NAME_LENGTH = 200;
const OPENAI_URL = 'https://api.openai.com/v1';

interface ModelFormProps {
  model: ModelSettings;
  onSaved: () => void;
  onClose: () => void;
}

/** Address, name, key and prices of the company's own model. */
export function ModelForm({ model, onSaved, onClose }: ModelFormProps) {
  const { t } = useTranslation('assistant');
  const { locale } = useTimeSettings();
  const isOwn = model.source === 'own';
  const price = (cents: number | null) => (cents === null ? '' : moneyText(cents, MODEL_CURRENCY, locale));
  const amount = (text: string) => (parseMoney(text, MODEL_CURRENCY) === undefined ? t('model.noAmount') : null);
  const form = useForm({
    initialValues: {
      base_url: model.base_url ?? OPENAI_URL,
      model: model.model ?? '',
      embedding_model: model.embedding_model ?? '',
      api_key: '',
      input_price: price(model.input_price),
      output_price: price(model.output_price),
    },
    validate: { input_price: amount, output_price: amount },
  });
  const saving = useMutation({
    mutationFn: ({ api_key, embedding_model, input_price, output_price, ...fields }: typeof form.values) =>
      putModel({
        ...fields,
        ...(embedding_model.trim() === '' ? {} : { embedding_model }),
        ...(api_key === '' ? {} : { api_key }),
        input_price: parseMoney(input_price, MODEL_CURRENCY) ?? 0,
        output_price: parseMoney(output_price, MODEL_CURRENCY) ?? 0,
      }),
    onSuccess: onSaved,
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      {!isShownByFields(saving.error) && <FormError error={saving.error} />}
      <TextInput
        {...form.getInputProps('base_url')}
        label={t('model.url')}
        description={t('model.urlHint')}
        type="url"
        maxLength={MAX_URL_LENGTH}
        required
        mb="md"
      />
      <TextInput
        {...form.getInputProps('model')}
        label={t('model.name')}
        placeholder="gpt-4.1-mini"
        maxLength={MAX_NAME_LENGTH}
        required
        mb="md"
      />
      <TextInput
        {...form.getInputProps('embedding_model')}
        label={t('model.embeddings')}
        description={t('model.embeddingsHint')}
        placeholder="text-embedding-3-small"
        maxLength={MAX_NAME_LENGTH}
        mb="md"
      />
      <PasswordField
        {...form.getInputProps('api_key')}
        label={t('model.key')}
        description={t(isOwn ? 'model.keyKept' : 'model.keyHint')}
        maxLength={MAX_KEY_LENGTH}
        autoComplete="off"
        required={!isOwn}
        mb="md"
      />
      <Fields>
        <TextInput
          {...form.getInputProps('input_price')}
          label={t('model.inputPrice')}
          inputMode="decimal"
          leftSection="$"
          required
        />
        <TextInput
          {...form.getInputProps('output_price')}
          label={t('model.outputPrice')}
          inputMode="decimal"
          leftSection="$"
          required
        />
      </Fields>
      <Actions>
        <Button type="submit" size="sm" loading={saving.isPending}>
          {t('save')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Actions>
    </form>
  );
}
