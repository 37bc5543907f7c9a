import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '#web/ui/form-error.tsx';
import { putSecret } from '../secrets-queries.ts';

const MAX_NAME_LENGTH = 64;

interface SecretFormProps {
  /** The secret to replace; undefined for a new one. */
  name?: string;
  submit: string;
  onSaved: () => void;
}

/** Stores a new secret, or a new value of one. */
export function SecretForm({ name: known, submit, onSaved }: SecretFormProps) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState(known ?? '');
  const [value, setValue] = useState('');
  const saving = useMutation({
    mutationFn: () => putSecret(name, value),
    onSuccess: () => {
      setName(known ?? '');
      setValue('');
      onSaved();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <FormError error={saving.error} />
      {known === undefined && (
        <TextInput
          label={t('secrets.name')}
          description={t('secrets.nameHint')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          required
          mb="md"
        />
      )}
      <Textarea
        label={t('secrets.value')}
        description={t('secrets.valueHint')}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
        autoComplete="off"
        // A spelling check may send the text to the maker of the browser.
        spellCheck={false}
        rows={4}
        required
        mb="md"
      />
      <Button type="submit" loading={saving.isPending}>
        {submit}
      </Button>
    </form>
  );
}
