import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createContact } from '#web/features/contacts/contact-list-queries.ts';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { foundContactsQuery } from '../booking-queries.ts';
import classes from '../booking-panel.module.css';

/** Finds the customer by name or phone, or makes a new one. */
export function CustomerStep({ onChoose }: { onChoose: (contactId: string) => void }) {
  const { t } = useTranslation('bookingPanel');
  const [q, setQ] = useState('');
  const [isNew, setNew] = useState(false);
  const { data: found, isPlaceholderData } = useQuery({ ...foundContactsQuery(q), placeholderData: keepPreviousData });
  if (isNew) return <NewCustomer words={q} onMade={onChoose} onCancel={() => setNew(false)} />;
  return (
    <div className={classes.body}>
      <h3 className={classes.heading}>{t('customer.title')}</h3>
      <div className={classes.search}>
        <SearchField label={t('customer.search')} value={q} isFirst onSearch={setQ} />
      </div>
      <ul className={classes.people} aria-label={t('customer.found')}>
        {found?.map(({ _id, full_name: name, phone }) => (
          <li key={_id}>
            <button type="button" className={classes.person} onClick={() => onChoose(_id)}>
              <span className={classes.name}>{name}</span>
              {phone && <span className={classes.dim}>{phone}</span>}
            </button>
          </li>
        ))}
      </ul>
      {found?.length === 0 && !isPlaceholderData && <p className={classes.dim}>{t('customer.none')}</p>}
      <Button variant="default" onClick={() => setNew(true)}>
        {t('customer.new')}
      </Button>
    </div>
  );
}

interface NewCustomerProps {
  /** The words of the search: a name or a phone number. */
  words: string;
  onMade: (contactId: string) => void;
  onCancel: () => void;
}

function NewCustomer({ words, onMade, onCancel }: NewCustomerProps) {
  const { t } = useTranslation(['bookingPanel', 'contacts', 'common']);
  const isPhone = /^[+\d][\d\s()-]*$/.test(words);
  const form = useForm({ initialValues: { full_name: isPhone ? '' : words, phone: isPhone ? words : '' } });
  const create = useMutation({
    mutationFn: ({ full_name, phone }: typeof form.values) => createContact({ full_name, phone: phone.trim() || null }),
    onSuccess: ({ _id }) => onMade(_id),
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  return (
    <form className={classes.body} onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <h3 className={classes.heading}>{t('customer.new')}</h3>
      {!isShownByFields(create.error) && <FormError error={create.error} />}
      <TextInput
        {...form.getInputProps('full_name')}
        label={t('contacts:contact.name')}
        required
        maxLength={200}
        autoFocus
      />
      <TextInput {...form.getInputProps('phone')} label={t('contacts:contact.phone')} type="tel" maxLength={32} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t('customer.create')}
        </Button>
      </div>
    </form>
  );
}
