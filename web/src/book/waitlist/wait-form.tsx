import { type FormEvent, useState } from 'react';
import { addDays, dateOf } from '#web/lib/time/company-time.ts';
import { contactFaults } from '../contact-checks.ts';
import { DAY_PARTS, type WaitAnswers } from '../draft.ts';
import { Chips, Failure, Field, styles, Title } from '../parts/parts.tsx';
import type { StepProps } from '../step-props.ts';
import { type BookableService, serverNow } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';
import { useJoin } from './use-join.ts';
import { WaitCode } from './wait-code.tsx';

const MAX_NAME = 200;
const MAX_PET_NAME = 100;
/** The API takes so many days in one entry. */
const MAX_DAYS = 62;

interface Props extends StepProps {
  service: BookableService;
  wait: WaitAnswers;
}

/** Asks on which days the visitor could come, and whom to tell. */
export default function WaitForm(props: Props) {
  const { page, draft, change, service, wait } = props;
  const { words, locale } = useLanguage();
  const text = words.waitlist;
  const [isChecked, setChecked] = useState(false);
  const { join, isBusy, error } = useJoin(props, wait);
  const { pets, contact } = draft;
  const setWait = (fields: Partial<WaitAnswers>) => change({ wait: { ...wait, ...fields } });
  const setContact = (fields: Partial<typeof contact>) => change({ contact: { ...contact, ...fields } });
  if (wait.codeTo !== null)
    return (
      <WaitCode to={wait.codeTo} isBusy={isBusy} error={error} join={join} onChange={() => setWait({ codeTo: null })} />
    );
  const today = dateOf(serverNow(), { zone: page.time_zone, locale });
  const faults = faultsOf(props, today);
  const faultOf = (field: string): string | undefined => {
    const fault = isChecked ? faults[field] : undefined;
    return fault === undefined ? undefined : fault === 'daysWrong' ? text.daysWrong : words.details[fault];
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    const form = event.currentTarget;
    if (Object.keys(faults).length === 0) void join();
    else requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Title>{text.title}</Title>
      <p className={styles.dim}>{fill(text.hint, { service: service.name })}</p>
      <Field
        label={text.from}
        type="date"
        value={wait.from}
        min={today}
        error={faultOf('from')}
        onText={(from) => setWait({ from })}
      />
      <Field
        label={text.to}
        type="date"
        value={wait.to}
        min={wait.from}
        error={faultOf('to')}
        onText={(to) => setWait({ to })}
      />
      <Chips
        label={text.part}
        options={DAY_PARTS.map((part) => ({ value: part, label: part === 'any' ? text.any : words.time[part] }))}
        value={wait.part}
        onChoose={(part) => setWait({ part: DAY_PARTS.find((one) => one === part) ?? 'any' })}
      />
      {pets.map((pet, index) => (
        <Field
          key={index}
          label={pets.length > 1 ? fill(words.details.petNameOf, { number: index + 1 }) : words.details.petName}
          value={pet.name}
          maxLength={MAX_PET_NAME}
          autoComplete="off"
          error={faultOf(`pet-${index}`)}
          onText={(name) => change({ pets: pets.map((one, at) => (at === index ? { ...one, name } : one)) })}
        />
      ))}
      <Field
        label={words.details.name}
        value={contact.full_name}
        maxLength={MAX_NAME}
        autoComplete="name"
        error={faultOf('full_name')}
        onText={(full_name) => setContact({ full_name })}
      />
      <Field
        label={words.details.email}
        type="email"
        value={contact.email}
        autoComplete="email"
        error={faultOf('email')}
        onText={(email) => setContact({ email })}
      />
      {error !== undefined && <Failure error={error} />}
      <div className={styles.actions}>
        <button type="submit" className={`${styles.button} ${styles.primary}`} disabled={isBusy}>
          {isBusy ? words.details.sending : text.send}
        </button>
      </div>
      <button type="button" className={`${styles.button} ${styles.quiet}`} onClick={() => change({ wait: null })}>
        {text.close}
      </button>
    </form>
  );
}

type Fault = ReturnType<typeof contactFaults>[string] | 'daysWrong';

/** An entry needs a mail address, and no phone. */
function faultsOf({ draft, wait }: Props, today: string): Record<string, Fault> {
  const contact = { ...draft.contact, phone: '' };
  const faults: Record<string, Fault> = contactFaults({ pets: draft.pets, contact });
  if (wait.from === '') faults.from = 'required';
  if (wait.to === '') faults.to = 'required';
  else if (wait.to < wait.from || wait.to < today || wait.to > addDays(wait.from || today, MAX_DAYS - 1))
    faults.to = 'daysWrong';
  return faults;
}
