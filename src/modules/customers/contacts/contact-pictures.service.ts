import { Injectable } from '@nestjs/common';
import { UrlSigner } from '../../../core/storage/index.js';

/** The life of an address that a client got. Pictures that were replaced stay this long. */
export const PICTURE_URL_LIFE_MS = 24 * 3_600_000;

/** Signs the addresses of the stored pictures of contacts. */
@Injectable()
export class ContactPictures {
  constructor(private readonly urls: UrlSigner) {}

  /** @param key missing in documents of older versions */
  urlOf({ avatar_key: key }: { avatar_key?: string | null }): string | null {
    return key ? this.urls.sign(key, PICTURE_URL_LIFE_MS) : null;
  }
}
