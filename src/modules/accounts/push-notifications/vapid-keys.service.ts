import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { AppConfig, type VapidKeys } from '../../../core/config/index.js';
import { SecretBox } from '../../../core/security/index.js';
import { privateKeyPlace, VAPID_ID, type VapidKeyPair } from './schemas/vapid-key-pair.schema.js';
import { VapidKeyPairsRepository } from './vapid-key-pairs.repository.js';

const OWNER = { _id: VAPID_ID, company_id: VAPID_ID };

/** The keys of VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY. Without them, keys are generated once and stored. */
@Injectable()
export class VapidKeysService {
  private loaded: VapidKeys | undefined;

  constructor(
    private readonly pairs: VapidKeyPairsRepository,
    private readonly secrets: SecretBox,
    config: AppConfig,
  ) {
    this.loaded = config.vapidKeys;
  }

  /** @throws SecretBoxError if no configured ENCRYPTION_KEY opens the stored key */
  async get(): Promise<VapidKeys> {
    this.loaded ??= this.open((await this.pairs.find()) ?? (await this.generate()));
    return this.loaded;
  }

  private async generate(): Promise<VapidKeyPair> {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    const sealed = this.secrets.seal(privateKey, privateKeyPlace(OWNER));
    await this.pairs.insertOnce({ public_key: publicKey, private_key: sealed });
    const stored = await this.pairs.find();
    if (!stored) throw new Error('The stored keys for push notifications are gone; restart PetBuddy');
    return stored;
  }

  private open({ public_key, private_key }: VapidKeyPair): VapidKeys {
    return { publicKey: public_key, privateKey: this.secrets.open(private_key, privateKeyPlace(OWNER)) };
  }
}
