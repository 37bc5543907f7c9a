import '#web/features/contacts/follow-customers.ts';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PeopleTabs } from '#web/features/contacts/components/people-tabs.tsx';
import { readWords } from '#web/features/contacts/contact-list-search.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { toastError } from '#web/lib/toast.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import filters from '#web/ui/filter-bar.module.css';
import classes from '#web/ui/row-cells.module.css';
import { SearchField } from '#web/ui/search-field.tsx';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import { TableList } from '#web/ui/table-list.tsx';
import { TablePage } from '#web/ui/table-page.tsx';
import { ageOn, isDangerous, speciesOf } from './pet-facts.ts';
import { exportPets, petListQuery, type PetRow } from './pet-list-queries.ts';

const route = getRouteApi('/staff/pets');
const COLUMNS = ['pet', 'kind', 'contact', 'age', 'warnings'] as const;

/** All pets of the company. A row leads to the owner, where the pet can be changed. */
export function PetsPage() {
  const { t } = useTranslation('people');
  const { q } = route.useSearch();
  const isManager = useIsManager();
  const navigate = useNavigate();
  return (
    <TablePage title={t('pets.title')} tabs={<PeopleTabs />} actions={isManager && <ExportButton />}>
      <div className={filters.bar} role="search">
        <SearchField
          label={t('pets.search')}
          value={q ?? ''}
          onSearch={(words) => void navigate({ to: '/pets', search: readWords({ q: words }), replace: true })}
        />
      </div>
      <TableList<PetRow>
        label={t('pets.title')}
        columns={COLUMNS.map((column) => t(`columns.${column}`))}
        layout="pets"
        query={useInfiniteQuery(petListQuery(q))}
        keyOf={({ _id }) => _id}
        empty={<EmptyState title={t(q === undefined ? 'pets.none' : 'pets.noneFound')} text={t('pets.noneHint')} />}
      >
        {(pet) => <PetCells pet={pet} />}
      </TableList>
    </TablePage>
  );
}

function ExportButton() {
  const { t } = useTranslation('people');
  const save = useMutation({ mutationFn: exportPets, onError: toastError });
  return (
    <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
      {t('contacts.export')}
    </Button>
  );
}

function PetCells({ pet }: { pet: PetRow }) {
  const { t } = useTranslation('pets');
  const species = speciesOf(pet.species);
  const kind = [species ? t(`species.${species}`) : pet.species, pet.breed].filter(Boolean).join(' · ');
  const warnings = [
    ...pet.temperament.filter(isDangerous).map((word) => (word === 'bites' ? t('bites') : word)),
    ...pet.allergies.map((name) => t('allergy', { name })),
  ];
  return (
    <>
      <span role="cell" className={classes.first}>
        <SpeciesGlyph species={species} />
        <Link to="/contacts/$id" params={{ id: pet.contact_id }} className={classes.link}>
          {pet.name}
        </Link>
      </span>
      <span role="cell" className={`${classes.words} ${classes.optional}`}>
        {kind}
      </span>
      <span role="cell" className={`${classes.words} ${classes.optional}`}>
        {pet.contact_name}
      </span>
      <Age born={pet.birth_date} />
      <span role="cell" className={`${classes.words} ${classes.optional} ${classes.late}`}>
        {warnings.join(', ')}
      </span>
    </>
  );
}

function Age({ born }: { born: string | null }) {
  const { t } = useTranslation('pets');
  const today = dateOf(useNow(), useTimeSettings());
  const age = born === null ? undefined : ageOn(born, today);
  return (
    <span role="cell" className={`${classes.words} ${classes.optional}`}>
      {age && (age.years > 0 ? t('age.years', { count: age.years }) : t('age.months', { count: age.months }))}
    </span>
  );
}
