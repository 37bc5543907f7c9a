import type { Template } from '../templates-queries.ts';
import { filledParts } from '../template-text.ts';
import classes from './template-preview.module.css';

interface TemplatePreviewProps {
  components: Pick<Template['components'], 'header' | 'body' | 'footer'> & { buttons: readonly { text: string }[] };
  values: Readonly<Record<string, string>>;
  label: string;
}

export function TemplatePreview({ components, values, label }: TemplatePreviewProps) {
  const { header, body, footer } = filledParts(components, values);
  const buttons = components.buttons.filter(({ text }) => text !== '');
  return (
    <section className={classes.preview} aria-label={label}>
      {header && <strong>{header}</strong>}
      <p className={classes.body}>{body}</p>
      {footer && <small className={classes.footer}>{footer}</small>}
      {buttons.length > 0 && (
        <ul className={classes.buttons}>
          {buttons.map(({ text }, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
