import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { chooseAccounts, type Connection } from '../connect-queries.ts';

type Account = Connection['accounts'][number];

/** Offers the accounts of a log-in. Shows why some cannot be chosen. */
export function ConnectAccounts({ connection: { _id, accounts, state } }: { connection: Connection }) {
  const { t } = useTranslation('channels');
  const connectable = accounts.filter((account) => account.connectable);
  // A single account is chosen in advance.
  const [chosen, setChosen] = useState(connectable.length === 1 ? connectable.map(({ external_id: id }) => id) : []);
  const [pin, setPin] = useState('');
  const choose = useMutation({ mutationFn: () => chooseAccounts(_id, chosen, pin) });
  if (state !== 'choosing' && state !== 'failed') return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate();
  };
  const needsPin = connectable.some(({ external_id: id, needs_pin: needed }) => needed && chosen.includes(id));
  return (
    <form onSubmit={submit}>
      <FormError error={choose.error} />
      {accounts.length > 0 && (
        <RowList empty="">
          {accounts.map((account) => (
            <li key={account.external_id}>
              <AccountChoice account={account} chosen={chosen} onChange={setChosen} />
            </li>
          ))}
        </RowList>
      )}
      {needsPin && (
        <TextInput
          label={t('logIn.pin')}
          description={t('logIn.pinHint')}
          value={pin}
          onChange={({ currentTarget }) => setPin(currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          pattern="[0-9]{6}"
          maxLength={6}
          required
          my="sm"
        />
      )}
      {connectable.length > 0 && (
        <Button type="submit" loading={choose.isPending} disabled={chosen.length === 0} my="sm">
          {t('logIn.choose')}
        </Button>
      )}
    </form>
  );
}

interface ChoiceProps {
  account: Account;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

function AccountChoice({ account, chosen, onChange }: ChoiceProps) {
  const { t } = useTranslation('channels');
  const { external_id: id, name, platform, connectable, reason_code: reason } = account;
  const label = `${name} (${t(`list.platforms.${platform}`)})`;
  if (!connectable) {
    return (
      <span>
        <strong>{label}</strong>
        {reason && <small>{t(`logIn.reasons.${reason as 'TAKEN'}`)}</small>}
      </span>
    );
  }
  return (
    <Checkbox
      label={label}
      checked={chosen.includes(id)}
      onChange={({ currentTarget: { checked } }) =>
        onChange(checked ? [...chosen, id] : chosen.filter((other) => other !== id))
      }
    />
  );
}
