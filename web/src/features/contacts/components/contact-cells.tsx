import { IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { speciesOf } from '#web/features/pets/pet-facts.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import classes from '#web/ui/row-cells.module.css';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import type { ContactRow } from '../contact-list-queries.ts';

/** Number of tags that a row shows. */
const SHOWN_TAGS = 3;

/** The cells of one contact in the list. */
export function ContactCells({ contact }: { contact: ContactRow }) {
  const { t } = useTranslation('people');
  const { _id, full_name: name, avatar_url: url, platforms, is_vip, phone, email, tags } = contact;
  const { whatsapp_id: whatsapp } = contact.social;
  const [platform] = platforms;
  return (
    <>
      <span role="cell" className={classes.first}>
        <ContactAvatar id={_id} name={name} url={url} {...(platform ? { platform } : {})} />
        <Link to="/contacts/$id" params={{ id: _id }} className={classes.link}>
          {name}
        </Link>
        {is_vip && <IconStarFilled size={16} className={classes.star} role="img" aria-label={t('contacts.vip')} />}
      </span>
      <span role="cell" className={`${classes.glyphs} ${classes.optional}`}>
        {contact.pets.map((pet) => (
          <span key={pet._id}>
            <SpeciesGlyph species={speciesOf(pet.species)} size={16} /> {pet.name}
          </span>
        ))}
        {contact.pet_count > contact.pets.length && (
          <span className={classes.dim}>+{contact.pet_count - contact.pets.length}</span>
        )}
      </span>
      <span role="cell" className={`${classes.words} ${classes.optional}`}>
        {phone ?? phoneOf(whatsapp)}
      </span>
      <span role="cell" className={`${classes.words} ${classes.optional}`} title={email ?? undefined}>
        {email}
      </span>
      <span role="cell" className={`${classes.tags} ${classes.optional}`}>
        {tags.slice(0, SHOWN_TAGS).map((tag) => (
          <span key={tag} className={classes.tag}>
            {tag}
          </span>
        ))}
        {tags.length > SHOWN_TAGS && <span className={classes.dim}>+{tags.length - SHOWN_TAGS}</span>}
      </span>
    </>
  );
}

/** Most ids of WhatsApp are phone numbers. */
const phoneOf = (whatsappId: string | null): string | null =>
  whatsappId !== null && /^\d{8,15}$/.test(whatsappId) ? `+${whatsappId}` : null;
