import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { Storage } from '../../../core/storage/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import {
  type Contact,
  type ContactParticipant,
  ContactParticipantRegistry,
  ContactsService,
  hasContent,
  mayReplacePicture,
  newPictureKey,
  PICTURE_URL_LIFE_MS,
} from '../../customers/contacts/index.js';
import { PictureDownload } from '../media/index.js';
import { UnusedFiles } from '../message-log/index.js';

/** After this time a contact uses the stored picture, or the process has died. */
const STORE_GRACE_MS = 600_000;

/**
 * Stores the pictures of customers, so that no browser asks a platform for them. A merge moves no picture: it copies the
 * field with the other fields of the contact.
 */
@Injectable()
export class CustomerPictures implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly download: PictureDownload,
    private readonly contacts: ContactsService,
    private readonly participants: ContactParticipantRegistry,
    private readonly files: UnusedFiles,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    this.participants.register('pictures', this);
  }

  /**
   * Stores the picture if it is another one than the contact has. A contact with several identities keeps the picture
   * of the first. Without a usable picture the old one stays.
   * @throws Error for a passing failure of the download
   */
  async renew(
    scope: CompanyScope,
    contact: Contact,
    identityId: Types.ObjectId,
    url: string,
    signal: AbortSignal,
  ): Promise<void> {
    const before = contact.avatar_key ?? null;
    if (!mayReplacePicture(scope, identityId, before)) return;
    const picture = await this.download.fetch(url, signal);
    if (!picture || hasContent(before, picture.bytes)) return;
    const key = newPictureKey(scope, identityId, picture.bytes, picture.extension);
    await this.files.deleteIfUnusedLater(scope, [{ storage_key: key }], STORE_GRACE_MS);
    await this.storage.put(key, picture.bytes, { mime: picture.mime });
    // Browsers may still show the old address.
    if (before) await this.files.deleteIfUnusedLater(scope, [{ storage_key: before }], PICTURE_URL_LIFE_MS);
    await this.contacts.setPicture(scope, contact._id, identityId, key);
  }

  /** After the undo, no contact may use the survivor's picture any more. */
  async undo(scope: CompanyScope, _from: Types.ObjectId, survivorId: Types.ObjectId): Promise<void> {
    await this.deletePictureLater(scope, survivorId, PICTURE_URL_LIFE_MS);
  }

  async remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.deletePictureLater(scope, contactId);
  }

  /** Does nothing if the contact is gone. */
  private async deletePictureLater(scope: CompanyScope, contactId: Types.ObjectId, afterMs?: number): Promise<void> {
    const [contact] = await this.contacts.getMany(scope, [contactId]);
    if (contact?.avatar_key)
      await this.files.deleteIfUnusedLater(scope, [{ storage_key: contact.avatar_key }], afterMs);
  }
}
