import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentQuery } from '../payments-queries.ts';
import { PaymentStatus } from './payment-status.tsx';
import classes from './checkout.module.css';

/** What the customer needs to pay: the PIX code as a picture and a text, the boleto, or the page of the provider. */
export function Checkout({ paymentId }: { paymentId: string }) {
  const { t } = useTranslation('payments');
  const { data: payment } = useQuery(paymentQuery(paymentId));
  const [isCopied, setCopied] = useState(false);
  if (!payment?.checkout) return null;
  const { qr_image, code, pay_url, slip_url, problem } = payment.checkout;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className={classes.checkout}>
      <PaymentStatus status={payment.status} />
      {problem && <p className={classes.problem}>{problem}</p>}
      {payment.status === 'pending' && qr_image && (
        <img className={classes.qr} src={`data:image/png;base64,${qr_image}`} alt={t('checkout.qr')} />
      )}
      {code && (
        <>
          <code className={classes.code}>{code}</code>
          <Button
            variant="default"
            onClick={() => void copy(code)}
            leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          >
            {t(isCopied ? 'checkout.copied' : 'checkout.copy')}
          </Button>
        </>
      )}
      {[slip_url, pay_url].map(
        (url, index) =>
          url && (
            <a key={url} href={url} target="_blank" rel="noreferrer">
              {t(index === 0 ? 'checkout.slip' : 'checkout.page')}
            </a>
          ),
      )}
    </div>
  );
}
