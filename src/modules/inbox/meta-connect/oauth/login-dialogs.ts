import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { LOGIN_SCOPES } from '../accounts/login-scopes.js';
import { loginNotSetUp } from '../meta-connect.errors.js';
import type { MetaPlatform } from '../../meta/index.js';

/** Builds the addresses of the log-in dialogs. */
@Injectable()
export class LoginDialogs {
  constructor(private readonly config: AppConfig) {}

  /** @throws AppError LOGIN_NOT_SET_UP */
  urlOf(product: MetaPlatform, state: string): string {
    const { metaLogin, facebookAppSecret } = this.config;
    const common = { redirect_uri: metaLogin.redirectUri, response_type: 'code', state };
    if (product === 'instagram') {
      const client_id = needed(metaLogin.instagramAppId, 'INSTAGRAM_APP_ID');
      needed(metaLogin.instagramAppSecret, 'INSTAGRAM_APP_SECRET');
      return addressOf(metaLogin.instagramDialogUrl, { client_id, ...common, ...scopes(product) });
    }
    const client_id = needed(metaLogin.facebookAppId, 'FACEBOOK_APP_ID');
    needed(facebookAppSecret, 'FACEBOOK_APP_SECRET');
    return addressOf(metaLogin.facebookDialogUrl, { client_id, ...common, ...this.permissionsFor(product) });
  }

  private permissionsFor(product: 'facebook' | 'whatsapp'): Record<string, string> {
    const { facebookConfigId, whatsappConfigId } = this.config.metaLogin;
    if (product === 'facebook') return facebookConfigId ? { config_id: facebookConfigId } : scopes(product);
    const config_id = needed(whatsappConfigId, 'WHATSAPP_SIGNUP_CONFIG_ID');
    return { config_id, override_default_response_type: 'true' };
  }
}

function scopes(product: MetaPlatform): { scope: string } {
  return { scope: LOGIN_SCOPES[product].join(',') };
}

function needed(value: string | undefined, name: string): string {
  if (!value) throw loginNotSetUp(name);
  return value;
}

function addressOf(dialog: string, query: Record<string, string>): string {
  const url = new URL(dialog);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
