import type { StepProps } from '../step-props.ts';
import { describedPet, withService } from '../draft.ts';
import { minutesWords, priceWords } from '../formats.ts';
import { servicesPath } from '../first-answer.ts';
import { Failure, Loading, styles, Title } from '../parts/parts.tsx';
import { useLoaded } from '../use-loaded.ts';
import type { BookableService, BookingPage } from '../visitor-api.ts';
import { fill, plural, useLanguage } from '../words.ts';
import list from './service-step.module.css';

/** Lists the services with duration and price for these pets; those that do not take them come last. */
export function ServiceStep({ slug, draft, change, go }: StepProps) {
  const { words } = useLanguage();
  const pets = draft.pets.map(describedPet);
  const query = new URLSearchParams({ pets: JSON.stringify(pets) }).toString();
  const { data, error, retry } = useLoaded<BookingPage>(`${servicesPath(slug)}?${query}`);
  const choose = (service: BookableService) => {
    change(withService(draft, service));
    go('time');
  };
  return (
    <>
      <Title>{words.services.title}</Title>
      {error !== undefined && <Failure error={error} onRetry={retry} />}
      {!data && error === undefined && <Loading />}
      {data && (
        <ul className={list.list}>
          {data.services
            .toSorted((one, other) => Number(other.accepted) - Number(one.accepted))
            .map((service) => (
              <li key={service._id}>
                <ServiceCard service={service} pets={pets.length} onChoose={() => choose(service)} />
              </li>
            ))}
        </ul>
      )}
      <BackButton />
    </>
  );
}

interface CardProps {
  service: BookableService;
  pets: number;
  onChoose: () => void;
}

function ServiceCard({ service, pets, onChoose }: CardProps) {
  const language = useLanguage();
  const { words, locale } = language;
  const text = words.services;
  const { name, description, kind, duration_min, price, currency, accepted, max_pets: count, gates } = service;
  const amount = priceWords(price, currency, language);
  const isNightly = kind === 'boarding' && price !== null && price > 0;
  const refusal = pets > count ? plural(text, { name: 'notForSo', count, locale }) : text.notForPet;
  return (
    <button type="button" className={list.card} disabled={!accepted} onClick={onChoose}>
      <span className={list.name}>{name}</span>
      {description && <span className={list.description}>{description}</span>}
      {accepted ? (
        <span className={list.facts}>
          {kind === 'timed' && <span>{minutesWords(duration_min, locale)}</span>}
          <span className={list.price}>{isNightly ? fill(text.perNight, { price: amount }) : amount}</span>
        </span>
      ) : (
        <span className={list.facts}>{refusal}</span>
      )}
      {gates.length > 0 && accepted && (
        <span className={list.description}>
          {fill(text.needs, { names: gates.map((gate) => gate.name).join(', ') })}
        </span>
      )}
    </button>
  );
}

export function BackButton() {
  const { words } = useLanguage();
  return (
    <button type="button" className={`${styles.button} ${styles.quiet}`} onClick={() => window.history.back()}>
      {words.back}
    </button>
  );
}
