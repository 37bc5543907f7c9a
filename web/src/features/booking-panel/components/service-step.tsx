import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Pet } from '#web/features/pets/pets-queries.ts';
import type { Service } from '#web/features/services/services-queries.ts';
import { moneyWords } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { petCountProblem } from '../booking-choice.ts';
import { cheapestOf, type Quote, quotesOfAnybody } from '../booking-queries.ts';
import classes from '../booking-panel.module.css';
import { useVisitDuration } from '../use-visit-duration.ts';

interface ServiceStepProps {
  /** Undefined until they are loaded. */
  services: readonly Service[] | undefined;
  pets: readonly Pet[];
  chosen: string | null;
  onChoose: (service: Service) => void;
}

/** The services, with the duration and price for the chosen pets. */
export function ServiceStep({ services, pets, chosen, onChoose }: ServiceStepProps) {
  const { t } = useTranslation('bookingPanel');
  const pet_ids = pets.map(({ _id }) => _id);
  const offered = services?.filter(({ active }) => active) ?? [];
  const asked = offered.flatMap((service) =>
    quotesOfAnybody(service, pet_ids.length > 0 ? { pet_ids } : {}).map((query) => ({ service, query })),
  );
  const answers = useQueries({
    queries: asked.map(({ service, query }) => ({
      ...query,
      enabled: petCountProblem(service, pets.length) === undefined,
    })),
  });
  const quotesOf = (service: Service) =>
    answers.filter((_, index) => asked[index]?.service === service).map(({ data }) => data);
  return (
    <fieldset className={classes.step}>
      <legend className={classes.heading}>{t('service.title')}</legend>
      {services && offered.length === 0 && <p className={classes.dim}>{t('service.none')}</p>}
      <div className={classes.services}>
        {offered.map((service) => (
          <ServiceLine
            key={service._id}
            service={service}
            pets={pets}
            quotes={quotesOf(service)}
            isChosen={service._id === chosen}
            onChoose={() => onChoose(service)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ServiceLineProps {
  service: Service;
  pets: readonly Pet[];
  quotes: readonly (Quote | undefined)[];
  isChosen: boolean;
  onChoose: () => void;
}

function ServiceLine({ service, pets, quotes, isChosen, onChoose }: ServiceLineProps) {
  const { t } = useTranslation('bookingPanel');
  const { locale } = useTimeSettings();
  const duration = useVisitDuration();
  const { quote, isFrom } = cheapestOf(quotes);
  const countProblem = petCountProblem(service, pets.length);
  const problem = countProblem ?? (quote?.accepted === false ? 'notAccepted' : undefined);
  const price = quote && moneyWords(quote.price, quote.currency, locale);
  const facts = price && [duration(service, quote), isFrom ? t('service.from', { price }) : price];
  return (
    <label className={classes.service}>
      <input
        type="radio"
        name="booking-service"
        checked={isChosen}
        disabled={problem !== undefined && !isChosen}
        onChange={onChoose}
      />
      <span className={classes.name}>{service.name}</span>
      <span className={classes.dim}>
        {problem ? t(`service.${problem}`, { count: service.pets.max ?? 1 }) : facts && facts.join(' · ')}
      </span>
    </label>
  );
}
