import '../payments-live.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { accountQuery, paymentsOfQuery, type Whose } from '../payments-queries.ts';
import { CheckoutDialog } from './checkout-dialog.tsx';
import { PaymentLine } from './payment-line.tsx';
import { TakeDialog } from './take-dialog.tsx';
import classes from './payment-section.module.css';

/** What an appointment or a contact owes, its payments, and the button that takes one. */
export function PaymentSection({ whose }: { whose: Whose }) {
  const { t } = useTranslation('payments');
  const { locale } = useTimeSettings();
  const [isTaking, setTaking] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const { data: account } = useQuery(accountQuery(whose));
  const { data: payments = [] } = useQuery(paymentsOfQuery(whose));
  if (!account) return null;
  const money = (amount: number): string => moneyWords(amount, account.currency, locale);
  const { owed, requested, received, refunded } = account;
  return (
    <section className={classes.section} aria-label={t('section')}>
      <h3 className={classes.title}>{t('section')}</h3>
      <dl className={classes.facts}>
        {account.fees > 0 && <Fact label={t('fees')} value={money(account.fees)} />}
        {received > 0 && <Fact label={t('paid')} value={money(received - refunded)} />}
        <dt className={classes.owed}>{t(owed < 0 ? 'credit' : 'owed')}</dt>
        <dd className={classes.owed}>{money(Math.abs(owed))}</dd>
      </dl>
      <Button size="xs" variant="default" onClick={() => setTaking(true)}>
        {t('take.open')}
      </Button>
      <ul className={classes.list}>
        {payments.map((payment) => (
          <li key={payment._id} className={classes.payment}>
            <PaymentLine payment={payment} onOpen={() => setOpenId(payment._id)} />
          </li>
        ))}
      </ul>
      {isTaking && (
        <TakeDialog
          whose={whose}
          owed={owed - requested}
          currency={account.currency}
          onOpen={({ _id }) => setOpenId(_id)}
          onClose={() => setTaking(false)}
        />
      )}
      {openId !== undefined && <CheckoutDialog paymentId={openId} onClose={() => setOpenId(undefined)} />}
    </section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
