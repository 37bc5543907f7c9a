import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateOf, type TimeSettings, useTimeSettings } from '#web/lib/time/company-time.ts';
import { plainDateWords } from '#web/lib/time/plain-date.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import { ageOn, isDangerous, type ShownVaccination, shownVaccinations, speciesOf } from '../pet-facts.ts';
import { type Pet, useClearances } from '../pets-queries.ts';
import classes from './pet-card.module.css';

/** One pet: its facts, warnings and vaccinations. `wanted` are the vaccinations that a coming appointment requires. */
export function PetCard({ pet, wanted, onEdit }: { pet: Pet; wanted: readonly string[]; onEdit: () => void }) {
  const { t } = useTranslation('pets');
  const time = useTimeSettings();
  const today = dateOf(useNow(), time);
  const { data: clearances = [] } = useClearances(pet._id);
  const vaccinations = shownVaccinations({ vaccinations: pet.vaccinations, clearances, wanted }, today);
  const calm = pet.temperament.filter((word) => !isDangerous(word));
  return (
    <article className={classes.card} aria-label={pet.name}>
      <header className={classes.head}>
        <SpeciesGlyph species={speciesOf(pet.species)} />
        <h4 className={classes.name}>{pet.name}</h4>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('edit', { name: pet.name })}
          title={t('edit', { name: pet.name })}
          onClick={onEdit}
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      </header>
      <p className={classes.facts}>{useFacts(pet, today, time).join(' · ')}</p>
      <Alerts pet={pet} />
      {calm.length > 0 && <p className={classes.facts}>{calm.join(', ')}</p>}
      {pet.notes && <p className={classes.notes}>{pet.notes}</p>}
      {vaccinations.length > 0 && (
        <ul className={classes.vaccinations} aria-label={t('vaccinations.title')}>
          {vaccinations.map((vaccination) => (
            <Vaccination key={vaccination.name} vaccination={vaccination} time={time} />
          ))}
        </ul>
      )}
    </article>
  );
}

function useFacts(pet: Pet, today: string, { locale }: TimeSettings): string[] {
  const { t } = useTranslation('pets');
  const species = speciesOf(pet.species);
  const age = pet.birth_date === null ? undefined : ageOn(pet.birth_date, today);
  const weight = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilogram', maximumFractionDigits: 1 });
  return [
    species ? t(`species.${species}`) : pet.species,
    pet.breed,
    pet.sex === 'unknown' ? null : t(`sex.${pet.sex}`),
    age && (age.years > 0 ? t('age.years', { count: age.years }) : t('age.months', { count: age.months })),
    pet.weight_kg === null ? null : weight.format(pet.weight_kg),
    pet.coat,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
}

/** Warnings of danger for people or the pet. */
function Alerts({ pet }: { pet: Pet }) {
  const { t } = useTranslation('pets');
  const alerts = [
    ...pet.temperament.filter(isDangerous).map((word) => (word === 'bites' ? t('bites') : word)),
    ...pet.allergies.map((name) => t('allergy', { name })),
  ];
  return alerts.map((alert) => (
    <p key={alert} className={classes.alert}>
      <IconAlertTriangle size={16} aria-hidden /> {alert}
    </p>
  ));
}

function Vaccination({ vaccination, time }: { vaccination: ShownVaccination; time: TimeSettings }) {
  const { t } = useTranslation('pets');
  const { name, givenOn, expiresOn, state } = vaccination;
  const date = expiresOn ?? givenOn;
  return (
    <li className={classes.vaccination} data-state={state}>
      <span>{name}</span>
      <span className={classes.state}>
        {date === null
          ? t(`vaccinations.${state === 'missing' ? 'missing' : 'noDate'}`)
          : t(`vaccinations.${state === 'missing' ? 'given' : state}`, { date: plainDateWords(date, time) })}
      </span>
    </li>
  );
}
