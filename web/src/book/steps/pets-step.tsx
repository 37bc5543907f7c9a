import { useState, type FormEvent } from 'react';
import type { StepProps } from '../step-props.ts';
import { MAX_PETS, missingOf, NEW_PET, type PetAnswers } from '../draft.ts';
import { styles, Title } from '../parts/parts.tsx';
import { companyWords, fill, useLanguage } from '../words.ts';
import { PetFields } from './pet-fields.tsx';

/** Asks what decides about price, time and place: first of all screens, because the others depend on it. */
export function PetsStep({ page, draft, change, go }: StepProps) {
  const { words, locale } = useLanguage();
  const ownWords = companyWords(page.theme, locale);
  const [isChecked, setChecked] = useState(false);
  const { pets } = draft;
  const { traits, services } = page;
  const maxPets = Math.min(MAX_PETS, Math.max(...services.map(({ max_pets }) => max_pets)));
  const setPet = (index: number, fields: Partial<PetAnswers>) =>
    change({ pets: pets.map((pet, at) => (at === index ? { ...pet, ...fields } : pet)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (pets.every((pet) => missingOf(pet, traits) === undefined)) go('service');
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {ownWords && <p>{ownWords}</p>}
      <Title>{words.pets.title}</Title>
      <p className={styles.dim}>{words.pets.hint}</p>
      {pets.map((pet, index) => (
        <section key={index} className={styles.card}>
          {pets.length > 1 && <h2 className={styles.subtitle}>{fill(words.pets.titleMore, { number: index + 1 })}</h2>}
          <PetFields
            pet={pet}
            traits={traits}
            missing={isChecked ? missingOf(pet, traits) : undefined}
            onChange={(fields) => setPet(index, fields)}
          />
          {index > 0 && (
            <button
              type="button"
              className={`${styles.button} ${styles.quiet}`}
              onClick={() => change({ pets: pets.filter((_, at) => at !== index) })}
            >
              {fill(words.pets.remove, { number: index + 1 })}
            </button>
          )}
        </section>
      ))}
      {pets.length < maxPets && (
        <button
          type="button"
          className={`${styles.button} ${styles.quiet}`}
          onClick={() => change({ pets: [...pets, NEW_PET] })}
        >
          {words.pets.add}
        </button>
      )}
      <div className={styles.actions}>
        <button type="submit" className={`${styles.button} ${styles.primary}`}>
          {words.next}
        </button>
      </div>
    </form>
  );
}
