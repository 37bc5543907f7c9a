import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '#web/lib/api/api-error.ts';
import { isShownByFields, refusedFields } from '#web/lib/api/error-words.ts';
import { toast } from '#web/lib/toast.ts';
import { Actions } from '#web/ui/actions.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { changeCompany, type Company, readCompanyAgain } from '../companies-queries.ts';
import { areSites, changesOf, type CompanyFields, fieldsOf, isColor, withChangesOf } from '../company-fields.ts';
import classes from './company-form.module.css';
import { BookingPageFields } from './booking-page-fields.tsx';
import { ContactFields } from './contact-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { RegionFields } from './region-fields.tsx';

const isOutdated = (error: unknown): boolean => (error as Partial<ApiError> | null)?.code === 'VERSION_MISMATCH';

/** Changes the company. Warns before a change that gives stored data another meaning. */
export function CompanyForm({ company }: { company: Company }) {
  const { t } = useTranslation(['company', 'common']);
  const form = useForm<CompanyFields>({
    initialValues: fieldsOf(company),
    validate: {
      brand_color: (text) => (isColor(text) ? null : t('page.colorWrong')),
      embed_sites: (text) => (areSites(text) ? null : t('page.sitesWrong')),
    },
  });
  const [known, setKnown] = useState(company);
  if (known !== company) {
    setKnown(company);
    form.setValues(withChangesOf(form.values, known, company));
  }
  const [isAsking, setAsking] = useState(false);
  const changes = changesOf(form.values, company);
  const save = useMutation({
    mutationFn: () => changeCompany(company, changes),
    onSuccess: () => toast({ message: t('saved') }),
    onError: (error) => form.setErrors(refusedFields(error)),
    onSettled: () => setAsking(false),
  });
  const loadAgain = async () => {
    await readCompanyAgain();
    save.reset();
  };
  const warnings = (['time_zone', 'currency', 'slug'] as const).filter((name) => changes[name] !== undefined);
  const isUnchanged = Object.keys(changes).length === 0;

  return (
    <form
      className={classes.form}
      onSubmit={form.onSubmit(() => (warnings.length > 0 ? setAsking(true) : save.mutate()))}
    >
      {!isShownByFields(save.error) && <FormError error={save.error} />}
      {isOutdated(save.error) && (
        <Button variant="default" onClick={() => void loadAgain()}>
          {t('loadAgain')}
        </Button>
      )}
      <IdentityFields form={form} />
      <RegionFields form={form} />
      <ContactFields form={form} />
      <BookingPageFields form={form} slug={company.slug} />
      <Actions>
        <Button type="submit" loading={save.isPending} disabled={isUnchanged}>
          {t('save')}
        </Button>
        {!isUnchanged && (
          <Button variant="subtle" onClick={() => form.setValues(fieldsOf(company))}>
            {t('discard')}
          </Button>
        )}
      </Actions>
      {isAsking && (
        <ConfirmDialog
          title={t('confirm.title')}
          text={warnings.map((name) => t(`confirm.${name}`)).join(' ')}
          confirm={t('confirm.submit')}
          isPending={save.isPending}
          onConfirm={() => save.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}
