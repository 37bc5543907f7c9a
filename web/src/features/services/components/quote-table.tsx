import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Size } from '#web/features/booking-settings/booking-settings-queries.ts';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { Fields } from '#web/ui/fields.tsx';
import { byPerson, type PetTraits, type PricedService, quoteFor } from '../pet-matrix.ts';
import type { Service } from '../services-queries.ts';
import { useTraitWords } from '../trait-words.ts';
import { useMoney } from '../use-money.ts';
import classes from './quote-table.module.css';

interface QuoteTableProps {
  service: PricedService;
  kind: Service['kind'];
  sizes: readonly Size[];
}

/** Duration and price of an unsaved service for each size and coat, as customers will see them. */
export function QuoteTable({ service, kind, sizes }: QuoteTableProps) {
  const { t } = useTranslation('services');
  const words = useTraitWords();
  const valuesOf = (key: 'species' | 'coat' | 'breed'): string[] => [
    ...new Set(service.pet_matrix.flatMap((row) => (row[key] ? [row[key]] : []))),
  ];
  const species = [...new Set([...service.accepted_species, ...valuesOf('species')])];
  const [breeds, coats] = [valuesOf('breed'), valuesOf('coat')];
  const [chosen, setChosen] = useState({ species: '', breed: '', person: '' });
  const colleagues = useColleagues();
  const special = service.staff_overrides.map(({ staff_id }) => staff_id);
  const shown = byPerson(service, chosen.person);
  const pet = { species: chosen.species || species[0] || null, breed: chosen.breed || null };
  const rows: { name: string | null; hint?: string }[] = sizes.map(({ name, max_kg }) => ({
    name,
    hint: max_kg === null ? t('preview.heavier') : t('preview.upTo', { kg: max_kg }),
  }));
  return (
    <section className={classes.preview} aria-label={t('preview.title')}>
      <h3 className={classes.title}>{t('preview.title')}</h3>
      <Fields>
        {species.length > 1 && (
          <NativeSelect
            label={t('matrix.species')}
            value={pet.species ?? ''}
            data={species.map((value) => ({ value, label: words.species(value) }))}
            onChange={({ currentTarget }) => setChosen({ ...chosen, species: currentTarget.value })}
          />
        )}
        {breeds.length > 0 && (
          <NativeSelect
            label={t('matrix.breed')}
            value={chosen.breed}
            data={[{ value: '', label: t('preview.anyBreed') }, ...breeds]}
            onChange={({ currentTarget }) => setChosen({ ...chosen, breed: currentTarget.value })}
          />
        )}
        {special.length > 0 && (
          <NativeSelect
            label={t('preview.person')}
            value={chosen.person}
            data={[
              { value: '', label: t('preview.anyPerson') },
              ...colleagues
                .filter(({ _id }) => special.includes(_id))
                .map(({ _id, full_name }) => ({ value: _id, label: full_name })),
            ]}
            onChange={({ currentTarget }) => setChosen({ ...chosen, person: currentTarget.value })}
          />
        )}
      </Fields>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('preview.table')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('matrix.size')}</th>
              <th scope="col">{t(coats.length > 0 ? 'preview.anyCoat' : 'preview.result')}</th>
              {coats.map((coat) => (
                <th key={coat} scope="col">
                  {coat}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, hint }) => (
              <tr key={name}>
                <th scope="row">
                  {name !== null && words.size(name)}
                  <small>{hint}</small>
                </th>
                {[null, ...coats].map((coat) => (
                  <QuoteCell key={coat} service={shown} kind={kind} pet={{ ...pet, size: name, coat }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface QuoteCellProps {
  service: PricedService;
  kind: Service['kind'];
  pet: PetTraits;
}

function QuoteCell({ service, kind, pet }: QuoteCellProps) {
  const { t } = useTranslation('services');
  const money = useMoney();
  const { minutes, price, isAccepted } = quoteFor(service, pet);
  if (!isAccepted) return <td className={classes.refused}>{t('preview.refused')}</td>;
  return (
    <td>
      {price === null ? t('preview.noPrice') : money.words(price)}
      {kind === 'timed' && <small>{t('minutes', { count: minutes })}</small>}
    </td>
  );
}
