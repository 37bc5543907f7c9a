import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { Card } from '#web/ui/card.tsx';
import { useChangeProfile } from '../profile-queries.ts';
import classes from './habits-card.module.css';

/** The user's choices for keys and writing. */
export function HabitsCard({ me: { preferences } }: { me: Schemas['ProfileDto'] }) {
  const { t } = useTranslation('profile');
  const { mutate: change } = useChangeProfile();
  return (
    <Card title={t('habits.title')}>
      <div className={classes.switches}>
        <Switch
          size="md"
          label={t('habits.keys')}
          description={t('habits.keysHint')}
          checked={!preferences.keys_off}
          onChange={({ currentTarget }) => change({ preferences: { keys_off: !currentTarget.checked } })}
        />
        <Switch
          size="md"
          label={t('habits.enter')}
          description={t(preferences.enter_sends ? 'habits.enterOn' : 'habits.enterOff')}
          checked={preferences.enter_sends}
          onChange={({ currentTarget }) => change({ preferences: { enter_sends: currentTarget.checked } })}
        />
        <Link to="/settings/notifications" className={classes.link}>
          {t('habits.notifications')}
        </Link>
      </div>
    </Card>
  );
}
