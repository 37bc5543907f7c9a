import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '#web/features/services/services-queries.ts';
import classes from '#web/ui/filter-bar.module.css';
import { readWaitlistSearch, WAITLIST_FILTERS, type WaitlistSearch } from '../waitlist-search.ts';

/** The filters above the list. All of them are in the address. */
export function WaitlistFilters({ search }: { search: WaitlistSearch }) {
  const { t } = useTranslation('waitlist');
  const navigate = useNavigate();
  const { data: services = [] } = useQuery(servicesQuery);
  const change = (filters: Record<string, unknown>) =>
    void navigate({ to: '/calendar/waitlist', search: readWaitlistSearch({ ...search, ...filters }), replace: true });
  const { state = 'open', day, service } = search;
  return (
    <div className={classes.bar} role="search" aria-label={t('filters')}>
      <div className={classes.choices}>
        {WAITLIST_FILTERS.map((one) => (
          <button
            key={one}
            type="button"
            className={classes.chip}
            aria-pressed={one === state}
            onClick={() => change({ state: one })}
          >
            {t(`states.${one}`)}
          </button>
        ))}
        <select
          className={classes.select}
          aria-label={t('service')}
          data-chosen={service}
          value={service ?? ''}
          onChange={({ currentTarget }) => change({ service: currentTarget.value })}
        >
          <option value="">{t('service')}</option>
          {services.map(({ _id, name }) => (
            <option key={_id} value={_id}>
              {name}
            </option>
          ))}
        </select>
        <input
          type="date"
          className={classes.select}
          aria-label={t('day')}
          data-chosen={day}
          value={day ?? ''}
          onChange={({ currentTarget }) => change({ day: currentTarget.value })}
        />
      </div>
    </div>
  );
}
