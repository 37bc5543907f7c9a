import '#web/features/contacts/follow-customers.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PeopleTabs } from '#web/features/contacts/components/people-tabs.tsx';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { plainDateWords } from '#web/lib/time/plain-date.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import filters from '#web/ui/filter-bar.module.css';
import classes from '#web/ui/row-cells.module.css';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import { TableList } from '#web/ui/table-list.tsx';
import { TablePage } from '#web/ui/table-page.tsx';
import { speciesOf } from './pet-facts.ts';
import { type VaccinationEnd, vaccinationEndsQuery } from './pet-list-queries.ts';
import { rangeOf, RANGES } from './vaccination-ranges.ts';

const route = getRouteApi('/staff/pets/vaccinations');
const COLUMNS = ['expires', 'pet', 'vaccinations', 'contact', 'phone'] as const;

/** Which vaccinations have expired or will soon, to call their owners. */
export function VaccinationsPage() {
  const { t } = useTranslation('people');
  const { within = '30d' } = route.useSearch();
  const navigate = useNavigate();
  const today = dateOf(useNow(), useTimeSettings());
  return (
    <TablePage title={t('vaccinations.title')} tabs={<PeopleTabs />}>
      <div className={filters.bar} role="group" aria-label={t('vaccinations.range')}>
        {RANGES.map((name) => (
          <button
            key={name}
            type="button"
            className={filters.chip}
            aria-pressed={name === within}
            onClick={() => void navigate({ to: '/pets/vaccinations', search: { within: name }, replace: true })}
          >
            {t(`vaccinations.ranges.${name}`)}
          </button>
        ))}
      </div>
      <TableList<VaccinationEnd>
        label={t('vaccinations.title')}
        columns={COLUMNS.map((column) => t(`columns.${column}`))}
        layout="vaccinations"
        query={useInfiniteQuery(vaccinationEndsQuery(rangeOf(within, today)))}
        keyOf={({ pet, expires_on }) => `${pet._id} ${expires_on}`}
        empty={<EmptyState title={t(`vaccinations.none.${within}`)} text={t('vaccinations.noneHint')} />}
      >
        {(end) => <EndCells end={end} isExpired={end.expires_on < today} />}
      </TableList>
    </TablePage>
  );
}

function EndCells({ end, isExpired }: { end: VaccinationEnd; isExpired: boolean }) {
  const { t } = useTranslation('people');
  const time = useTimeSettings();
  const { pet, contact, contact_id, names, clearances, expires_on } = end;
  const isCleared = names.length === clearances.length;
  return (
    <>
      <span role="cell" className={isCleared ? undefined : isExpired ? classes.late : classes.soon}>
        {t(isExpired ? 'vaccinations.expired' : 'vaccinations.expires', { date: plainDateWords(expires_on, time) })}
      </span>
      <span role="cell" className={classes.first}>
        <SpeciesGlyph species={speciesOf(pet.species)} />
        <Link to="/contacts/$id" params={{ id: contact_id }} className={classes.link}>
          {pet.name}
        </Link>
      </span>
      <span role="cell">
        {names.join(', ')}
        {clearances.map(({ name, valid_until }) => (
          <small key={name} className={classes.below}>
            {valid_until
              ? t('vaccinations.clearedUntil', { name, date: plainDateWords(valid_until, time) })
              : t('vaccinations.cleared', { name })}
          </small>
        ))}
      </span>
      <span role="cell" className={`${classes.words} ${classes.optional}`}>
        {contact?.full_name}
      </span>
      <span role="cell" className={`${classes.words} ${classes.optional}`}>
        {contact?.phone && (
          <a className={classes.over} href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
            {contact.phone}
          </a>
        )}
      </span>
    </>
  );
}
