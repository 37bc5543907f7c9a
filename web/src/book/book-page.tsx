import { useMemo } from 'react';
import { BookSteps } from './book-steps.tsx';
import { draftStoreFor } from './draft-store.ts';
import { hasCode } from './error-words.ts';
import { servicesPath } from './first-answer.ts';
import { Page } from './parts/page.tsx';
import { Failure, Loading, Notice, Title } from './parts/parts.tsx';
import type { StepProps } from './step-props.ts';
import { useLoaded } from './use-loaded.ts';
import type { BookingPage } from './visitor-api.ts';
import { useLanguage } from './words.ts';

type Props = Pick<StepProps, 'slug' | 'onBooked' | 'onJoined'>;

/** The page where visitors of a company book. */
export function BookPage({ slug, onBooked, onJoined }: Props) {
  const { words } = useLanguage();
  const { data: page, error, retry } = useLoaded<BookingPage>(servicesPath(slug));
  const store = useMemo(() => draftStoreFor(slug), [slug]);
  if (hasCode(error, 'NOT_FOUND')) {
    return (
      <Page>
        <Title>{words.missing.title}</Title>
        <p>{words.missing.text}</p>
      </Page>
    );
  }
  if (!page) return <Page>{error ? <Failure error={error} onRetry={retry} /> : <Loading />}</Page>;
  const { company_name: name, phone, address, website, theme } = page;
  return (
    <Page company={{ name, phone, address, website, theme }}>
      {page.services.length === 0 ? (
        <Notice>{words.services.none}</Notice>
      ) : (
        <BookSteps slug={slug} page={page} store={store} onBooked={onBooked} onJoined={onJoined} />
      )}
    </Page>
  );
}
