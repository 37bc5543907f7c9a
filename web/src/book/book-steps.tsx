import { lazy, Suspense } from 'react';
import { type Store, useStore } from '#web/lib/store.ts';
import { type Draft, NEW_DRAFT, reachableStep, STEPS } from './draft.ts';
import type { StepProps } from './step-props.ts';
import { CodeStep } from './steps/code-step.tsx';
import { DetailsStep } from './steps/details-step.tsx';
import { PetsStep } from './steps/pets-step.tsx';
import { ServiceStep } from './steps/service-step.tsx';
import { TimeStep } from './steps/time-step.tsx';
import { Loading, styles } from './parts/parts.tsx';
import { useStep } from './use-step.ts';
import { fill, useLanguage } from './words.ts';

/** Few services demand a deposit. */
const PayStep = lazy(() => import('./steps/pay-step.tsx'));

const SCREENS = { pets: PetsStep, service: ServiceStep, time: TimeStep, details: DetailsStep, code: CodeStep };

interface Props extends Pick<StepProps, 'slug' | 'page' | 'onBooked' | 'onJoined'> {
  store: Store<Draft>;
}

/** Shows the step that the visitor has reached. */
export function BookSteps({ slug, page, store, onBooked, onJoined }: Props) {
  const { words } = useLanguage();
  const draft = useStore(store);
  const [wanted, go] = useStep();
  const step = reachableStep(wanted, draft, page.traits);
  const Screen = SCREENS[step];
  const steps = page.contact_check ? STEPS.length : STEPS.length - 1;
  const finish = (show: (token: string) => void) => (token: string) => {
    const { contact, pets } = store.get();
    // A second booking begins with the same customer and pets.
    store.set({ ...NEW_DRAFT, contact, pets });
    show(token);
  };
  const props: StepProps = {
    ...{ slug, page, draft, go, onBooked: finish(onBooked), onJoined: finish(onJoined) },
    change: (fields) => store.set({ ...store.get(), ...fields }),
  };
  if (draft.payment && draft.hold) {
    return (
      <Suspense fallback={<Loading />}>
        <PayStep {...props} />
      </Suspense>
    );
  }
  return (
    <>
      <p className={styles.steps}>
        {fill(words.steps.of, { step: STEPS.indexOf(step) + 1, steps })}
        {': '}
        {words.steps[step]}
      </p>
      <Screen key={step} {...props} />
    </>
  );
}
