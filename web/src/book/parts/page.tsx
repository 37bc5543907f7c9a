import { type ReactNode, useLayoutEffect } from 'react';
import { applyTheme } from '../theme.ts';
import type { Theme } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';
import styles from './page.module.css';

export interface CompanyCard {
  name: string;
  phone: string | null;
  address?: string | null;
  website?: string | null;
  theme?: Theme;
}

/** The frame of all screens: the company above, how to reach it below. */
export function Page({ company, children }: { company?: CompanyCard; children: ReactNode }) {
  const { words } = useLanguage();
  const { name, phone, address, website, theme } = company ?? {};
  const color = theme?.color ?? null;
  useLayoutEffect(() => applyTheme(color), [color]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {theme?.logo_url && <img className={styles.logo} src={theme.logo_url} alt="" />}
        {name && <p className={styles.company}>{name}</p>}
      </header>
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
