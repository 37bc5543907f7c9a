import type { ReactNode } from 'react';
import { fill, useLanguage } from '../words.ts';
import styles from './page.module.css';

export interface CompanyCard {
  name: string;
  phone: string | null;
  address?: string | null;
  website?: string | null;
}

/** The frame of all screens: the company above, how to reach it below. */
export function Page({ company, children }: { company?: CompanyCard; children: ReactNode }) {
  const { words } = useLanguage();
  const { name, phone, address, website } = company ?? {};
  return (
    <div className={styles.page}>
      <header className={styles.head}>{name && <p className={styles.company}>{name}</p>}</header>
      <main className={styles.main}>{children}</main>
      {(address || phone || website) && (
        <footer className={styles.foot}>
          {address && <p>{address}</p>}
          {phone && <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{fill(words.call, { phone })}</a>}
          {website && (
            <a href={website} target="_blank" rel="noreferrer">
              {website.replace(/^https?:\/\/(www\.)?/, '')}
            </a>
          )}
        </footer>
      )}
    </div>
  );
}
