import { useId, useState } from 'react';
import type { PetAnswers } from '../draft.ts';
import { weightOf } from '../draft.ts';
import { Chips, Field, styles } from '../parts/parts.tsx';
import { sizeChoices } from '../size-choices.ts';
import type { AskedTraits } from '../visitor-api.ts';
import { useLanguage, wordOf } from '../words.ts';

const OTHER = '';

interface Props {
  pet: PetAnswers;
  traits: AskedTraits;
  missing: 'species' | 'weight' | undefined;
  onChange: (fields: Partial<PetAnswers>) => void;
}

/** The questions about one pet that matter at this company. */
export function PetFields({ pet, traits, missing, onChange }: Props) {
  const language = useLanguage();
  const { words } = language;
  const text = words.pets;
  const breedsId = useId();
  const isListed = traits.species.includes(pet.species);
  const [isOther, setOther] = useState(pet.species !== '' && !isListed);
  const species = traits.species.map((name) => ({ value: name, label: wordOf(text.known, name) }));
  const sizes = sizeChoices(traits.sizes, language);
  const chosenSize = sizes.find(({ holds }) => holds(weightOf(pet.weight)));
  return (
    <>
      <Chips
        label={text.species}
        options={[...species, ...(traits.other_species ? [{ value: OTHER, label: text.otherSpecies }] : [])]}
        value={isOther ? OTHER : isListed ? pet.species : 'none'}
        error={missing === 'species' && !isOther ? text.missingSpecies : undefined}
        onChoose={(value) => {
          setOther(value === OTHER);
          onChange({ species: value });
        }}
      />
      {isOther && (
        <Field
          label={text.whichSpecies}
          value={pet.species}
          maxLength={100}
          error={missing === 'species' ? text.missingSpecies : undefined}
          onText={(value) => onChange({ species: value })}
        />
      )}
      {traits.weight && (
        <Field
          label={text.weight}
          value={pet.weight}
          inputMode="decimal"
          autoComplete="off"
          error={missing === 'weight' ? text.missingWeight : undefined}
          onText={(value) => onChange({ weight: value })}
        >
          {sizes.length > 0 && (
            <div className={`${styles.chips} ${styles.below}`}>
              {sizes.map(({ label, typicalKg, holds }) => (
                <button
                  key={label}
                  type="button"
                  className={styles.chip}
                  aria-pressed={chosenSize?.holds === holds}
                  onClick={() => onChange({ weight: typicalKg })}
                >
                  {label}
                </button>
              ))}
            </div>
          )}
        </Field>
      )}
      {traits.coats.length > 0 && (
        <Chips
          label={text.coat}
          options={[
            ...traits.coats.map((name) => ({ value: name, label: wordOf(text.coats, name) })),
            { value: '', label: text.any },
          ]}
          value={pet.coat}
          onChoose={(coat) => onChange({ coat })}
        />
      )}
      {traits.breeds.length > 0 && (
        <Field
          label={text.breed}
          value={pet.breed}
          list={breedsId}
          maxLength={100}
          autoComplete="off"
          onText={(breed) => onChange({ breed })}
        >
          <datalist id={breedsId}>
            {traits.breeds.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Field>
      )}
    </>
  );
}
