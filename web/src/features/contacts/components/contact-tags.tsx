import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addTag, removeTag } from '../contact-actions.ts';
import type { Contact } from '../contacts-queries.ts';
import classes from './contact-tags.module.css';

const MAX_TAG_LENGTH = 50;

/** The tags of a contact, each with a button that removes it, and a field that adds one. */
export function ContactTags({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const [text, setText] = useState('');
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    const tag = text.trim();
    setText('');
    if (tag !== '' && !contact.tags.includes(tag)) void addTag(contact._id, tag);
  };
  return (
    <form className={classes.tags} onSubmit={submit}>
      <ul className={classes.list} aria-label={t('tags.title')}>
        {contact.tags.map((tag) => (
          <li key={tag} className={classes.tag}>
            {tag}
            <button
              type="button"
              className={classes.remove}
              aria-label={t('tags.remove', { tag })}
              onClick={() => void removeTag(contact._id, tag)}
            >
              <IconX size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <input
        className={classes.add}
        aria-label={t('tags.add')}
        placeholder={t('tags.add')}
        maxLength={MAX_TAG_LENGTH}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={submit}
      />
    </form>
  );
}
