import { useTranslation } from 'react-i18next';
import type { CustomerImport } from '../imports-queries.ts';
import classes from '../imports.module.css';

const COUNTS = {
  customers: ['contacts_created', 'contacts_matched', 'pets_created', 'pets_matched', 'vaccinations_added', 'broken'],
  services: ['services_created', 'services_updated', 'services_matched', 'broken'],
  appointments: ['appointments_created', 'appointments_matched', 'broken'],
} as const;

/** The numbers of an import. */
export function CountList({ source: { kind, counts } }: { source: CustomerImport }) {
  const { t } = useTranslation('imports');
  return (
    <dl className={classes.counts}>
      {COUNTS[kind].map((name) => (
        <div key={name} data-tone={name === 'broken' && counts.broken > 0 ? 'error' : undefined}>
          <dt>{t(`counts.${name}`)}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
