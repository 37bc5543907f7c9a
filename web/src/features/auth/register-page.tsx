import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Combobox.css';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { countryChoices, guessCountry } from '#web/lib/countries.ts';
import { LANGUAGE_NAMES, LANGUAGES, preferredLanguage, setLanguage } from '#web/lib/i18n/i18n.ts';
import { COOKIE_SESSION } from '#web/lib/session/access-token.ts';
import { logIn } from '#web/lib/session/session.ts';
import { clockTime } from '#web/lib/time/company-time.ts';
import { browserTimeZone, TIME_ZONES } from '#web/lib/time/time-zones.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { AuthCard } from './components/auth-card.tsx';
import { NewPasswordInput } from './components/new-password-input.tsx';

type Registration = Required<Schemas['RegisterDto']>;

const countryOf = (timeZone: string): string => guessCountry(timeZone, navigator.languages);

const clockIn = (zone: string): string => clockTime(Date.now(), { zone, locale: preferredLanguage() });

const MAX_NAME_LENGTH = 100;

/** Makes a company and its owner, and logs the owner in. */
export function RegisterPage() {
  const { t, i18n } = useTranslation('auth');
  const [isCountryChosen, setCountryChosen] = useState(false);
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const form = useForm<Registration>({
    initialValues: {
      company_name: '',
      full_name: '',
      email: '',
      password: '',
      locale: preferredLanguage(),
      time_zone: browserTimeZone(),
      country: countryOf(browserTimeZone()),
      starter: true,
    },
  });
  const register = useMutation({
    mutationFn: (body: Registration) => call(api.POST('/api/v1/auth/register', { body, headers: COOKIE_SESSION })),
    onSuccess: ({ tokens }) => logIn(tokens),
    onError: (error) => form.setErrors(refusedFields(error)),
  });
  // A field shows these errors itself.

  return (
    <AuthCard
      title={t('register.title')}
      text={t('register.text')}
      links={<Link to="/login">{t('register.login')}</Link>}
    >
      <form onSubmit={form.onSubmit((values) => register.mutate(values))}>
        {!isShownByFields(register.error) && <FormError error={register.error} />}
        <TextInput
          {...form.getInputProps('company_name')}
          label={t('register.company')}
          autoComplete="organization"
          maxLength={MAX_NAME_LENGTH}
          required
          autoFocus
          mb="sm"
        />
        <TextInput
          {...form.getInputProps('full_name')}
          label={t('register.name')}
          autoComplete="name"
          maxLength={MAX_NAME_LENGTH}
          required
          mb="sm"
        />
        <TextInput
          {...form.getInputProps('email')}
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          mb="sm"
        />
        <NewPasswordInput {...form.getInputProps('password')} label={t('password')} mb="sm" />
        <NativeSelect
          {...form.getInputProps('locale')}
          label={t('register.language')}
          data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
          onChange={({ currentTarget }) => {
            form.setFieldValue('locale', currentTarget.value as Registration['locale']);
            void setLanguage(currentTarget.value as Registration['locale']);
          }}
          mb="sm"
        />
        <NativeSelect
          {...form.getInputProps('time_zone')}
          label={t('register.timeZone')}
          description={t('register.timeZoneHint', { time: clockIn(form.values.time_zone) })}
          data={TIME_ZONES}
          onChange={({ currentTarget }) => {
            form.setFieldValue('time_zone', currentTarget.value);
            if (!isCountryChosen) form.setFieldValue('country', countryOf(currentTarget.value));
          }}
          mb="sm"
        />
        <NativeSelect
          {...form.getInputProps('country')}
          label={t('register.country')}
          description={t('register.countryHint')}
          onChange={({ currentTarget }) => {
            setCountryChosen(true);
            form.setFieldValue('country', currentTarget.value);
          }}
          data={[{ value: '', label: t('register.chooseCountry'), disabled: true }, ...countries]}
          required
          mb="md"
        />
        <Checkbox
          size="md"
          {...form.getInputProps('starter', { type: 'checkbox' })}
          label={t('register.starter')}
          description={t('register.starterHint')}
          mb="lg"
        />
        <Button type="submit" fullWidth loading={register.isPending}>
          {t('register.submit')}
        </Button>
      </form>
    </AuthCard>
  );
}
