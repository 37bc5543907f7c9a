import { useUsers } from '#web/features/users/users-queries.ts';
import { parseText, type TextPart } from '../parse-text.ts';
import classes from './message-text.module.css';

const NOBODY: readonly string[] = [];

/** Text with its links, bold words and line breaks; in notes colleagues after an @ stand out. */
export function MessageText({ text, hasMentions = false }: { text: string; hasMentions?: boolean }) {
  const users = useUsers();
  const colleagues = hasMentions && users ? users.map(({ full_name }) => full_name) : NOBODY;
  return (
    <p className={classes.text}>
      {parseText(text, colleagues).map((part, index) => (
        <Part key={index} {...part} />
      ))}
    </p>
  );
}

function Part(part: TextPart) {
  if (part.kind === 'link') {
    return (
      <a href={part.href} target="_blank" rel="noopener noreferrer">
        {part.text}
      </a>
    );
  }
  if (part.kind === 'bold') return <b>{part.text}</b>;
  return part.kind === 'mention' ? <mark className={classes.mention}>{part.text}</mark> : part.text;
}
