import { parseText } from '../parse-text.ts';
import classes from './message-text.module.css';

/** Text with its links and line breaks. */
export function MessageText({ text }: { text: string }) {
  return (
    <p className={classes.text}>
      {parseText(text).map((part, index) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
