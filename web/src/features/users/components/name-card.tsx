import { Button, FileButton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { toast } from '#web/lib/toast.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { useChangePicture, useChangeProfile } from '../profile-queries.ts';
import classes from './name-card.module.css';

const PICTURE_TYPES = 'image/png,image/jpeg,image/webp';
const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
const MAX_NAME_LENGTH = 120;

/** Name and picture, as colleagues see them. */
export function NameCard({ me }: { me: Schemas['ProfileDto'] }) {
  const { t } = useTranslation('profile');
  const change = useChangeProfile();
  const picture = useChangePicture();
  const form = useForm({ initialValues: { full_name: me.full_name } });

  const upload = (file: File | null) => {
    if (!file) return;
    if (file.size > MAX_PICTURE_BYTES) toast({ message: t('picture.tooLarge'), tone: 'error' });
    else picture.mutate(file);
  };

  return (
    <Card title={t('you.title')} text={t('you.text', { email: me.email, role: t(`roles.${me.role}`) })}>
      <FormError error={picture.error} />
      <div className={classes.picture}>
        <ContactAvatar id={me._id} name={me.full_name || me.email} url={me.avatar_url} size="large" />
        <Actions>
          <FileButton onChange={upload} accept={PICTURE_TYPES} inputProps={{ 'aria-label': t('picture.upload') }}>
            {(props) => (
              <Button {...props} variant="default" loading={picture.isPending}>
                {t('picture.upload')}
              </Button>
            )}
          </FileButton>
          {me.avatar_url && (
            <Button variant="subtle" onClick={() => picture.mutate(null)} disabled={picture.isPending}>
              {t('picture.remove')}
            </Button>
          )}
        </Actions>
      </div>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <TextInput
          {...form.getInputProps('full_name')}
          label={t('you.name')}
          autoComplete="name"
          maxLength={MAX_NAME_LENGTH}
          required
          mb="md"
        />
        <Button type="submit" loading={change.isPending} disabled={form.values.full_name === me.full_name}>
          {t('you.save')}
        </Button>
      </form>
    </Card>
  );
}
