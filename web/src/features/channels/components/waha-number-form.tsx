import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '#web/ui/form-error.tsx';
import { addWahaNumber } from '../waha-queries.ts';
import classes from './waha.module.css';

const MAX_NAME_LENGTH = 54;

/** Adds a number; its code appears above. */
export function WahaNumberForm({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('channels');
  const [name, setName] = useState('');
  const adding = useMutation({ mutationFn: () => addWahaNumber(name.trim()), onSuccess: () => setName('') });
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <FormError error={adding.error} />
      <TextInput
        label={t(isFirst ? 'waha.firstName' : 'waha.nextName')}
        description={t('waha.nameHint')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        pattern="[A-Za-z0-9_\-]+"
        maxLength={MAX_NAME_LENGTH}
        autoComplete="off"
        required
        mb="sm"
      />
      <Button type="submit" variant={isFirst ? 'filled' : 'default'} loading={adding.isPending}>
        {t('waha.showCode')}
      </Button>
    </form>
  );
}
