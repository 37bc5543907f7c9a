import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import { GraphClient, GraphRefusal } from '../meta/index.js';
import type { Identity, IdentityProfile, Platform } from '../../customers/contacts/index.js';

/** The platform's address of the picture expires, and changes with each answer. */
export type PlatformProfile = IdentityProfile & { picture_url?: string };

/** The fields of Meta's user profile API, which has the picture in one small size only. */
const FIELDS: Readonly<Record<string, string>> = {
  facebook: 'first_name,last_name,profile_pic',
  instagram: 'name,username,profile_pic',
};

@Injectable()
export class ProfileSource {
  constructor(
    private readonly channels: ChannelDirectory,
    private readonly graph: GraphClient,
  ) {}

  /** Whether the platform has a profile API and sends no names with messages. */
  isAsked(platform: Platform): boolean {
    return platform in FIELDS;
  }

  /**
   * @returns an empty profile without the customer's consent (codes 230 and 100)
   * @throws GraphUnreachable | GraphRefusal for a passing failure; AppError where the channel has no token
   */
  async fetch(scope: CompanyScope, { platform, channel_id, external_id }: Identity): Promise<PlatformProfile> {
    const credentials = await this.channels.credentials(scope, String(channel_id));
    try {
      const path = encodeURIComponent(external_id);
      return toProfile(await this.graph.get(path, credentials.access_token, { fields: String(FIELDS[platform]) }));
    } catch (error) {
      if (!(error instanceof GraphRefusal) || error.isPassing) throw error;
      if (error.isAboutToken) {
        await this.channels.reportAuthError(credentials, { code: `GRAPH_${error.code}`, message: error.message });
      }
      return {};
    }
  }
}

function toProfile(answer: Readonly<Record<string, unknown>>): PlatformProfile {
  const [first, last, name, username, picture] = ['first_name', 'last_name', 'name', 'username', 'profile_pic'].map(
    (field) => (typeof answer[field] === 'string' ? answer[field].trim() : ''),
  );
  const shown = [first, last].filter(Boolean).join(' ') || name || username;
  return {
    ...(shown ? { name: shown } : {}),
    ...(username ? { username } : {}),
    ...(picture && /^https?:\/\//.test(picture) ? { picture_url: picture } : {}),
  };
}
