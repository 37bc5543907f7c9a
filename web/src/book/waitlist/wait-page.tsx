import { useState } from 'react';
import { hasCode } from '../error-words.ts';
import { waitPath } from '../first-answer.ts';
import { Page } from '../parts/page.tsx';
import { Failure, Loading, Title } from '../parts/parts.tsx';
import { useLoaded } from '../use-loaded.ts';
import type { Wait } from '../visitor-api.ts';
import { useLanguage } from '../words.ts';
import { OfferView } from './offer-view.tsx';
import { WaitView } from './wait-view.tsx';

interface Props {
  token: string;
  /** The visitor joined a moment ago. */
  isNew: boolean;
  /** The offered time is booked; its link has this token. */
  onBooked: (token: string) => void;
}

/** The page of one waitlist entry, for its customer: the offered time, or what the customer waits for. */
export default function WaitPage({ token, isNew, onBooked }: Props) {
  const { words } = useLanguage();
  const { data, error, retry } = useLoaded<Wait>(waitPath(token));
  const [changed, setChanged] = useState<Wait>();
  const wait = changed ?? data;
  if (hasCode(error, 'NOT_FOUND') && !wait) {
    return (
      <Page>
        <Title>{words.manage.unknownTitle}</Title>
        <p>{words.waitlist.unknown}</p>
      </Page>
    );
  }
  if (!wait) return <Page>{error ? <Failure error={error} onRetry={retry} /> : <Loading />}</Page>;
  const { company_name: name, company_phone: phone, theme, offer } = wait;
  return (
    <Page company={{ name, phone, theme }}>
      {offer ? (
        <OfferView key={offer._id} token={token} wait={wait} offer={offer} onBooked={onBooked} onChanged={setChanged} />
      ) : (
        <WaitView token={token} wait={wait} isNew={isNew} onChanged={setChanged} />
      )}
    </Page>
  );
}
