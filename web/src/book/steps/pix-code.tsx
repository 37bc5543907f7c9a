import { useState } from 'react';
import { styles } from '../parts/parts.tsx';
import type { Payment } from '../visitor-api.ts';
import { useLanguage } from '../words.ts';
import own from './pix-code.module.css';

/** The PIX as a picture for another device, and as a code for the bank app on this one. */
export function PixCode({ pix: { code, qr_image, pay_url } }: { pix: NonNullable<Payment['pix']> }) {
  const text = useLanguage().words.pay;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code ?? '').then(
      () => setCopied(true),
      // The code stays on the page to be marked by hand.
      () => setCopied(false),
    );
  };
  return (
    <section className={styles.card} aria-label={text.pix}>
      {qr_image !== null && <img className={own.picture} src={`data:image/png;base64,${qr_image}`} alt={text.qr} />}
      {code !== null && (
        <>
          <p className={styles.dim}>{text.how}</p>
          <code className={own.code}>{code}</code>
          <div className={styles.actions}>
            <button type="button" className={`${styles.button} ${styles.primary}`} onClick={() => void copy()}>
              {isCopied ? text.copied : text.copy}
            </button>
          </div>
        </>
      )}
      {pay_url !== null && (
        <a className={own.link} href={pay_url} target="_blank" rel="noreferrer">
          {text.page}
        </a>
      )}
    </section>
  );
}
