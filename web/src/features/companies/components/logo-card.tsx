import { Button, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type Company, useChangeLogo } from '../companies-queries.ts';
import classes from './logo-card.module.css';

const PICTURE_TYPES = 'image/png,image/jpeg,image/webp';
const MAX_LOGO_BYTES = 1024 * 1024;

/** The logo on the booking page and in link previews. */
export function LogoCard({ company }: { company: Company }) {
  const { t } = useTranslation('company');
  const logo = useChangeLogo();
  const upload = (file: File | null) => {
    if (!file) return;
    if (file.size > MAX_LOGO_BYTES) toast({ message: t('logo.tooLarge'), tone: 'error' });
    else logo.mutate(file);
  };
  return (
    <Card title={t('logo.title')} text={t('logo.text')}>
      <FormError error={logo.error} />
      {company.logo_url && <img className={classes.logo} src={company.logo_url} alt={t('logo.title')} />}
      <Actions>
        <FileButton onChange={upload} accept={PICTURE_TYPES} inputProps={{ 'aria-label': t('logo.upload') }}>
          {(props) => (
            <Button {...props} variant="default" loading={logo.isPending}>
              {t('logo.upload')}
            </Button>
          )}
        </FileButton>
        {company.logo_url && (
          <Button variant="subtle" onClick={() => logo.mutate(null)} disabled={logo.isPending}>
            {t('logo.remove')}
          </Button>
        )}
      </Actions>
    </Card>
  );
}
