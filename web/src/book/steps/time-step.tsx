import { lazy, Suspense, useRef, useState } from 'react';
import { addDays, appointmentTime, dateOf } from '#web/lib/time/company-time.ts';
import { randomId } from '#web/lib/random-id.ts';
import type { StepProps } from '../step-props.ts';
import { chosenVisit, type Draft, holdBody, isHeldAsChosen, visitQuery } from '../draft.ts';
import { Failure, Loading, styles, Title } from '../parts/parts.tsx';
import { useLoaded } from '../use-loaded.ts';
import { ask, type BookableService, type Hold, type Quote, serverNow } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';
import { BackButton } from './service-step.tsx';
import { ChosenTime } from './chosen-time.tsx';
import { TakenTime } from './taken-time.tsx';
import { TimeSearch } from './time-search.tsx';
import { VisitOptions } from './visit-options.tsx';
import { hasCode } from '../error-words.ts';

// Few visitors see it.
const WaitForm = lazy(() => import('../waitlist/wait-form.tsx'));
/** The first proposal of a visitor who waits for a free time. */
const WAIT_DAYS = 14;

/** Chooses extras, day and time. Price and conditions are shown before the time is reserved. */
export function TimeStep(props: StepProps) {
  const { slug, page, draft, change, go } = props;
  const { words, locale } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [search, setSearch] = useState(0);
  const service = page.services.find(({ _id }) => _id === draft.serviceId);
  const path = `${encodeURIComponent(slug)}/`;
  const query = visitQuery(draft);
  const { data: quote, error } = useLoaded<Quote>(service ? `${path}quote?${query}` : null);
  const hold = useHold(path, draft);
  const held = draft.hold?.expires_at && Date.parse(draft.hold.expires_at) > serverNow() ? draft.hold : null;
  if (!service) return <BackButton />;
  if (draft.wait)
    return (
      <Suspense fallback={<Loading />}>
        <WaitForm {...props} service={service} wait={draft.wait} />
      </Suspense>
    );
  const wait = () => {
    const today = dateOf(serverNow(), { zone: page.time_zone, locale });
    const to = addDays(today, Math.min(WAIT_DAYS, service.horizon_days));
    change({ wait: { key: randomId(), from: today, to, part: 'any', codeTo: null } });
  };
  const reserve = async (startsAt: string) => {
    const made = await hold.make(startsAt);
    if (made) {
      change({ hold: made, heldFor: chosenVisit(draft), verification: null });
      go('details');
    } else {
      setChosen(null);
      setSearch((count) => count + 1);
    }
  };
  const setOptions = (fields: Partial<Draft>) => {
    change(fields);
    setChosen(null);
  };
  return (
    <>
      <Title>{words.time.title}</Title>
      <p className={styles.dim}>{service.name}</p>
      {held && isHeldAsChosen(draft) && (
        <button type="button" className={styles.button} onClick={() => go('details')}>
          {fill(words.time.yours, {
            time: appointmentTime(held.starts_at, held.ends_at, { zone: page.time_zone, locale }),
          })}
        </button>
      )}
      <VisitOptions service={service} draft={draft} onChange={setOptions} />
      {error !== undefined && <Failure error={error} />}
      {hasCode(hold.error, 'SLOT_TAKEN') ? (
        <TakenTime error={hold.error} zone={page.time_zone} onChoose={(startsAt) => setChosen(startsAt)} />
      ) : (
        hold.error !== undefined && <Failure error={hold.error} />
      )}
      <TimeSearch
        key={`${query} ${search}`}
        path={`${path}slots?${query}`}
        zone={page.time_zone}
        horizonDays={service.horizon_days}
        chosen={chosen}
        onChoose={setChosen}
      />
      {chosen !== null && (
        <ChosenTime
          startsAt={chosen}
          page={page}
          service={priced(service, quote)}
          isBusy={hold.isBusy}
          onReserve={() => void reserve(chosen)}
        />
      )}
      <button type="button" className={styles.button} onClick={wait}>
        {words.waitlist.open}
      </button>
      <BackButton />
    </>
  );
}

/** The service with duration and price of this visit. */
function priced(service: BookableService, quote: Quote | undefined): BookableService {
  return quote ? { ...service, price: quote.price, duration_min: quote.minutes || service.duration_min } : service;
}

/** Reserves a time. The same request after a lost answer has the same key, so that it finds the same hold. */
function useHold(path: string, draft: Draft) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const last = useRef({ body: '', key: '' });
  const make = async (startsAt: string): Promise<Hold | null> => {
    const body = JSON.stringify(holdBody(draft, startsAt, ''));
    if (last.current.body !== body) last.current = { body, key: randomId() };
    setBusy(true);
    setError(undefined);
    try {
      const request = holdBody(draft, startsAt, last.current.key);
      return (await ask<{ hold: Hold }>(`${path}holds`, 'POST', request)).hold;
    } catch (failure) {
      setError(failure);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, error, make };
}
