import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { exportContacts } from '../contact-list-queries.ts';

/** Import and export of all contacts, for owners and managers. */
export function FileButtons() {
  const { t } = useTranslation('people');
  const save = useMutation({ mutationFn: exportContacts, onError: toastError });
  return (
    <>
      <Button variant="default" renderRoot={(props) => <Link {...props} to="/contacts/import" />}>
        {t('contacts.import')}
      </Button>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {t('contacts.export')}
      </Button>
    </>
  );
}
