import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fields } from '#web/ui/fields.tsx';
import { POLICY_FIELDS, type PolicyDraft, policyOf } from '../policy-draft.ts';
import classes from './policy-fields.module.css';

interface PolicyFieldsProps {
  policy: PolicyDraft;
  /** Value, change and error of a field, from the form. */
  inputProps: (field: keyof PolicyDraft) => object;
}

/** The cancellation policy, and the sentences that customers read. */
export function PolicyFields({ policy, inputProps }: PolicyFieldsProps) {
  const { t } = useTranslation('booking');
  const terms = policyOf(policy);
  const fee = terms.late_fee_percent;
  return (
    <>
      <Fields>
        {POLICY_FIELDS.map((field) => (
          <TextInput
            key={field}
            {...inputProps(field)}
            label={t(`policy.${field}`)}
            inputMode="numeric"
            rightSection={field.endsWith('percent') ? '%' : field.endsWith('hours') ? 'h' : undefined}
          />
        ))}
      </Fields>
      <div className={classes.words}>
        <strong>{t('policy.customer')}</strong>
        <p>{fee === 0 ? t('policy.words.free') : t('policy.words.late', { hours: terms.free_cancel_hours, fee })}</p>
        <p>
          {terms.max_reschedules === 0
            ? t('policy.words.noMove')
            : t('policy.words.moves', { count: terms.max_reschedules, hours: terms.free_reschedule_hours })}
        </p>
        {terms.no_show_fee_percent > 0 && <p>{t('policy.words.noShow', { fee: terms.no_show_fee_percent })}</p>}
      </div>
    </>
  );
}
