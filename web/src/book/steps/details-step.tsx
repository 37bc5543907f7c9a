import { useState, type FormEvent } from 'react';
import type { StepProps } from '../step-props.ts';
import { contactFaults } from '../contact-checks.ts';
import { Failure, Field, styles, Title } from '../parts/parts.tsx';
import { useConfirm } from '../use-confirm.ts';
import { fill, useLanguage } from '../words.ts';
import { ChangedQuote } from './changed-quote.tsx';
import { HeldTime } from './held-time.tsx';
import { NotesField } from './notes-field.tsx';
import { BackButton } from './service-step.tsx';

const MAX_NAME = 200;
const MAX_PET_NAME = 100;

/** Asks who books; then a code is sent, or the time is booked at once. */
export function DetailsStep(props: StepProps) {
  const { page, draft, change, go } = props;
  const { words } = useLanguage();
  const text = words.details;
  const [isChecked, setChecked] = useState(false);
  const { confirm, isBusy, error, quote, chooseAgain } = useConfirm(props);
  const { pets, contact, notes, hold } = draft;
  if (!hold) return null;
  const faults = contactFaults(draft);
  const faultOf = (field: string): string | undefined =>
    isChecked && faults[field] !== undefined ? text[faults[field]] : undefined;
  const setContact = (fields: Partial<typeof contact>) => change({ contact: { ...contact, ...fields } });
  const send = async (accept_quote?: string) => {
    const isSent = await confirm(accept_quote === undefined ? {} : { accept_quote });
    if (isSent && page.contact_check) go('code');
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faults).length === 0) void send();
    else focusFirstFault(event.currentTarget);
  };
  const service = page.services.find(({ _id }) => _id === hold.service_id);
  const action = page.contact_check ? text.sendCode : page.needs_approval ? text.request : text.book;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Title>{text.title}</Title>
      <HeldTime hold={hold} serviceName={service?.name ?? ''} onChooseAgain={chooseAgain} />
      {quote && (
        <ChangedQuote quote={quote} zone={hold.time_zone} onAccept={() => void send(quote.id)} onRefuse={chooseAgain} />
      )}
      {pets.map((pet, index) => (
        <Field
          key={index}
          label={pets.length > 1 ? fill(text.petNameOf, { number: index + 1 }) : text.petName}
          value={pet.name}
          maxLength={MAX_PET_NAME}
          autoComplete="off"
          error={faultOf(`pet-${index}`)}
          onText={(name) => change({ pets: pets.map((one, at) => (at === index ? { ...one, name } : one)) })}
        />
      ))}
      <Field
        label={text.name}
        value={contact.full_name}
        maxLength={MAX_NAME}
        autoComplete="name"
        error={faultOf('full_name')}
        onText={(full_name) => setContact({ full_name })}
      />
      <Field
        label={text.email}
        type="email"
        value={contact.email}
        autoComplete="email"
        error={faultOf('email')}
        onText={(email) => setContact({ email })}
      />
      <Field
        label={text.phone}
        type="tel"
        value={contact.phone}
        autoComplete="tel"
        error={faultOf('phone')}
        onText={(phone) => setContact({ phone })}
      />
      <NotesField label={text.notes} value={notes} onText={(value) => change({ notes: value })} />
      {page.contact_check && <p className={styles.dim}>{text.codeBy}</p>}
      {error !== undefined && <Failure error={error} />}
      <div className={styles.actions}>
        <button type="submit" className={`${styles.button} ${styles.primary}`} disabled={isBusy}>
          {isBusy ? text.sending : action}
        </button>
      </div>
      <BackButton />
    </form>
  );
}

/** After the faults are shown. */
function focusFirstFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
