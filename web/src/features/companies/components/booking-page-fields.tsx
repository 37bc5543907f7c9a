import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { type CompanyFields, isColor } from '../company-fields.ts';
import classes from './booking-page-fields.module.css';

const MAX_TEXT_LENGTH = 300;
const PRODUCT_COLOR = '#1c6b57';

/** How the booking page looks, and which sites may show it. */
export function BookingPageFields({ form, slug }: { form: UseFormReturnType<CompanyFields>; slug: string }) {
  const { t } = useTranslation('company');
  const { brand_color, embed_sites } = form.values;
  const picker = (
    <input
      type="color"
      className={classes.color}
      aria-label={t('page.pickColor')}
      value={brand_color !== '' && isColor(brand_color) ? brand_color : PRODUCT_COLOR}
      onChange={(event) => form.setFieldValue('brand_color', event.target.value)}
    />
  );
  return (
    <Card title={t('page.title')} text={t('page.text')}>
      <TextInput
        {...form.getInputProps('brand_color')}
        label={t('page.color')}
        description={t('page.colorHint')}
        placeholder={PRODUCT_COLOR}
        maxLength={PRODUCT_COLOR.length}
        rightSection={picker}
        rightSectionWidth={52}
      />
      {(['booking_text_en', 'booking_text_pt'] as const).map((field) => (
        <Textarea
          key={field}
          {...form.getInputProps(field)}
          label={t(`page.${field}`)}
          description={t('page.bookingTextHint')}
          maxLength={MAX_TEXT_LENGTH}
          rows={2}
          mt="md"
        />
      ))}
      <Textarea
        {...form.getInputProps('embed_sites')}
        label={t('page.sites')}
        description={t('page.sitesHint')}
        placeholder="https://example.com"
        rows={2}
        mt="md"
      />
      {embed_sites.trim() !== '' && (
        <>
          <p className={classes.hint}>{t('page.code')}</p>
          <code
            className={classes.code}
          >{`<script src="${location.origin}/embed.js" data-company="${slug}" async></script>`}</code>
        </>
      )}
    </Card>
  );
}
