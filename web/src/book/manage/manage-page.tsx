import { useState } from 'react';
import { hasCode } from '../error-words.ts';
import { managePath } from '../first-answer.ts';
import { Page } from '../parts/page.tsx';
import { Failure, Loading, Title } from '../parts/parts.tsx';
import { useLoaded } from '../use-loaded.ts';
import type { Managed } from '../visitor-api.ts';
import { useLanguage } from '../words.ts';
import { AppointmentView } from './appointment-view.tsx';

/** The page of one appointment, for its customer. @param isNew it was booked a moment ago */
export function ManagePage({ token, isNew = false }: { token: string; isNew?: boolean }) {
  const { words } = useLanguage();
  const { data, error, retry } = useLoaded<Managed>(managePath(token));
  const [changed, setChanged] = useState<Managed>();
  const managed = changed ?? data;
  const appointment = managed?.appointment;
  if (hasCode(error, 'NOT_FOUND') && !managed) {
    return (
      <Page>
        <Title>{words.manage.unknownTitle}</Title>
        <p>{words.manage.unknown}</p>
      </Page>
    );
  }
  if (!managed || !appointment) return <Page>{error ? <Failure error={error} onRetry={retry} /> : <Loading />}</Page>;
  const { company_name: name, company_phone: phone, company_address: address, theme } = appointment;
  return (
    <Page company={{ name, phone, address, theme }}>
      <AppointmentView token={token} managed={managed} isNew={isNew} onChanged={setChanged} />
    </Page>
  );
}
