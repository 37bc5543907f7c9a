import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { practiceQuery } from '#web/features/channels/channels-queries.ts';
import { api, call } from '#web/lib/api/client.ts';
import { errorWords } from '#web/lib/api/error-words.ts';
import { meQuery } from '#web/lib/session/session.ts';
import classes from './confirm-email-banner.module.css';

/** Asks the user to confirm the e-mail address until it is done; the link is usually opened in another tab. */
export function ConfirmEmailBanner() {
  const { t } = useTranslation('profile');
  const { data: me } = useQuery({
    ...meQuery,
    refetchOnWindowFocus: ({ state }) => (state.data?.email_verified === false ? 'always' : false),
  });
  const { data: practice } = useQuery({ ...practiceQuery, enabled: me?.email_verified === false });
  const resend = useMutation({ mutationFn: () => call(api.POST('/api/v1/auth/verify-email/resend')) });
  if (!me || me.email_verified) return null;

  const { isSuccess, error, isPending } = resend;
  return (
    <div className={classes.banner} role="status">
      <span>{error ? errorWords(error) : t(isSuccess ? 'confirm.sent' : 'confirm.text', { email: me.email })}</span>
      {practice?.mail_folder && <span>{t('confirm.trial', { folder: practice.mail_folder })}</span>}
      {!isSuccess && (
        <button type="button" className={classes.resend} disabled={isPending} onClick={() => resend.mutate()}>
          {t('confirm.resend')}
        </button>
      )}
    </div>
  );
}
