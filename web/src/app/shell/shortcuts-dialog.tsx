import '@mantine/core/styles/Kbd.css';
import { Button, Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ACTION_KEYS, type ActionId } from '#web/app/actions/action-keys.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import classes from './shortcuts-dialog.module.css';

const GROUPS = ['app', 'go', 'inbox', 'conversation', 'calendar', 'flow'] as const;
const IDS = Object.keys(ACTION_KEYS) as ActionId[];

/** `go_inbox` for `go.inbox`, because i18next reads a dot as a level. */
type KeyOf<Id> = Id extends `${infer Place}.${infer Name}` ? `${Place}_${Name}` : Id;

/** Lists all keys, grouped by the place where they work. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shortcuts', 'common']);
  return (
    <CardDialog title={t('title')} isWide onClose={onClose}>
      <div className={classes.groups}>
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`} className={classes.heading}>
              {t(`groups.${group}`)}
            </h3>
            <dl className={classes.keys}>
              {idsOf(group).map((id) => (
                <div key={id} className={classes.key}>
                  <dt>{t(`actions.${id.replace('.', '_') as KeyOf<ActionId>}`)}</dt>
                  <dd>
                    <Kbd>{keysInWords(id)}</Kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common:close')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}

/** `search` and `book` work everywhere, as `app` does. */
const idsOf = (group: (typeof GROUPS)[number]): ActionId[] =>
  IDS.filter((id) => id.replace(/^search\.|^(?=book$)/, 'app.').startsWith(`${group}.`));

const keysInWords = (id: ActionId): string => ACTION_KEYS[id].replace('mod+', 'Ctrl ').toUpperCase();
