import { IconList } from '@tabler/icons-react';
import type { Schemas } from '#web/lib/api/client.ts';
import type { Message } from '../thread-merge.ts';
import classes from './message-choices.module.css';

export function MessageChoices({ message: { buttons, list } }: { message: Message }) {
  const choices: readonly Schemas['MessageListRowDto'][] = list?.rows ?? buttons;
  return (
    <>
      {list && (
        <p className={classes.list}>
          <IconList size={14} aria-hidden /> {list.button}
        </p>
      )}
      <ul className={classes.choices}>
        {choices.map(({ id, title, description }) => (
          <li key={id} className={classes.choice}>
            {title}
            {description && <small>{description}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
