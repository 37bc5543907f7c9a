import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '#web/ui/save-bar.tsx';
import { serviceBody, serviceProblems } from '../service-body.ts';
import { newServiceDraft, serviceDraft, type ServiceDraft } from '../service-draft.ts';
import type { Service, ServiceFields } from '../services-queries.ts';
import { useMoney } from '../use-money.ts';
import { AddOnsCard } from './add-ons-card.tsx';
import { BasicsCard } from './basics-card.tsx';
import { CustomerCard } from './customer-card.tsx';
import { GatesCard } from './gates-card.tsx';
import { MatrixCard } from './matrix-card.tsx';
import { PeopleCard } from './people-card.tsx';
import { PetsCard } from './pets-card.tsx';
import { RequirementsCard } from './requirements-card.tsx';
import { RulesCard } from './rules-card.tsx';
import classes from './service-form.module.css';
import { StayCard } from './stay-card.tsx';
import { StepsCard } from './steps-card.tsx';
import { TimeAndPriceCard } from './time-and-price-card.tsx';

interface ServiceFormProps {
  /** Left out: a new service. */
  service?: Service;
  save: (fields: ServiceFields) => Promise<unknown>;
}

/** Everything about a service. Duration, price and the customer's view follow while the user types. */
export function ServiceForm({ service, save }: ServiceFormProps) {
  const { t } = useTranslation('services');
  const { currency, locale } = useMoney();
  const stored = service ? serviceDraft(service, { currency, locale }) : newServiceDraft();
  const form = useForm<ServiceDraft>({
    initialValues: stored,
    validate: (draft) =>
      Object.fromEntries(
        Object.entries(serviceProblems(draft, currency)).map(([path, problem]) => [path, t(`problems.${problem}`)]),
      ),
  });
  const saving = useMutation({ mutationFn: (draft: ServiceDraft) => save(serviceBody(draft, currency)) });
  const focusFirst = (errors: object) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus();
  const { kind } = form.values;
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit((draft) => saving.mutate(draft), focusFirst)}>
      <BasicsCard form={form} />
      <TimeAndPriceCard form={form} />
      {kind === 'timed' ? <StepsCard form={form} /> : <StayCard form={form} />}
      <PeopleCard form={form} />
      <PetsCard form={form} />
      <MatrixCard form={form} />
      <AddOnsCard form={form} />
      <RequirementsCard form={form} />
      <GatesCard form={form} />
      <RulesCard form={form} />
      <CustomerCard form={form} />
      <SaveBar
        save={t(service ? 'save' : 'create')}
        isPending={saving.isPending}
        isChanged={service === undefined || form.isDirty()}
        hasProblems={Object.keys(form.errors).length > 0}
        error={saving.error}
        onDiscard={() => {
          form.setValues(stored);
          form.clearErrors();
          saving.reset();
        }}
      />
    </form>
  );
}
