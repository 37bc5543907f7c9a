import { Injectable } from '@nestjs/common';
import { ContactPictures } from './contact-pictures.service.js';
import type { MergeSuggestion } from './contacts.service.js';
import type { ContactRow } from './contact-list.service.js';
import type { ContactDto, ContactRowDto } from './dto/contact.dto.js';
import type { MergeResultDto, MergeSuggestionsDto } from './dto/merge.dto.js';
import type { Contact } from './schemas/contact.schema.js';
import type { ContactMerge } from './schemas/contact-merge.schema.js';

/** Number of pets of a contact that the list names. */
const SHOWN_PETS = 3;

/** Contacts as they leave: an allow-list of their fields. */
@Injectable()
export class ContactPresenter {
  constructor(private readonly pictures: ContactPictures) {}

  present(contact: Contact): ContactDto {
    const { facebook_id, instagram_id, whatsapp_id, telegram_id } = contact.social;
    return {
      _id: contact._id.toHexString(),
      company_id: contact.company_id.toHexString(),
      full_name: contact.full_name,
      email: contact.email,
      phone: contact.phone,
      phone_normalized: contact.phone_normalized,
      social: { facebook_id, instagram_id, whatsapp_id, telegram_id },
      platforms: contact.platforms,
      tags: contact.tags,
      notes: contact.notes,
      is_vip: contact.is_vip,
      locale: contact.locale,
      avatar_url: this.pictures.urlOf(contact),
      merged_into: contact.merged_into?.toHexString() ?? null,
      version: contact.revision,
      created_at: contact.created_at,
      updated_at: contact.updated_at,
    };
  }

  presentRow({ contact, pets }: ContactRow): ContactRowDto {
    const shown = pets.slice(0, SHOWN_PETS);
    return {
      ...this.present(contact),
      pets: shown.map(({ _id, name, species }) => ({ _id: _id.toHexString(), name, species })),
      pet_count: pets.length,
    };
  }

  presentMerge({ contact, merge }: { contact: Contact; merge: ContactMerge }): MergeResultDto {
    const { _id, survivor_id, merged_id, state, undo_until } = merge;
    return {
      contact: this.present(contact),
      merge: {
        _id: _id.toHexString(),
        survivor_id: survivor_id.toHexString(),
        merged_id: merged_id.toHexString(),
        state,
        undo_until,
      },
    };
  }

  presentSuggestions(suggestions: readonly MergeSuggestion[]): MergeSuggestionsDto {
    return { items: suggestions.map(({ contact, reasons }) => ({ contact: this.present(contact), reasons })) };
  }
}
