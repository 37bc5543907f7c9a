import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { groupOf, type Permission, PERMISSION_GROUPS, wordsOf } from '../permissions.ts';
import classes from './permission-choices.module.css';

interface PermissionChoicesProps {
  grantable: readonly Permission[];
  chosen: Permission[];
  onChange: (chosen: Permission[]) => void;
}

/** A box for each permission that a key may get, in groups. */
export function PermissionChoices({ grantable, chosen, onChange }: PermissionChoicesProps) {
  const { t } = useTranslation('settings');
  const groups = PERMISSION_GROUPS.map((group) => ({
    group,
    members: grantable.filter((one) => groupOf(one) === group),
  }));
  return (
    <Checkbox.Group
      label={t('apiKeys.permissions')}
      description={t('apiKeys.permissionsHint')}
      value={chosen}
      onChange={onChange}
      mb="md"
    >
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ group, members }) => (
          <div key={group} role="group" aria-label={t(`apiKeys.groups.${group}`)} className={classes.group}>
            <p className={classes.title} aria-hidden>
              {t(`apiKeys.groups.${group}`)}
            </p>
            {members.map((one) => (
              <Checkbox
                key={one}
                size="md"
                mt="xs"
                label={t(wordsOf(one))}
                description={<code>{one}</code>}
                value={one}
              />
            ))}
          </div>
        ))}
    </Checkbox.Group>
  );
}
