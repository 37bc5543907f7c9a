import { randomBytes } from 'node:crypto';
import type { TokenType } from '../tokens.ts';
import { GraphError } from './errors.ts';

const CODE_LIFETIME_S = 10 * 60;

/** The consent of a person in a log-in dialog. */
export interface Grant {
  /** The token that the code is exchanged for. `INSTAGRAM`: by Instagram Login, at an address of its own. */
  type: Extract<TokenType, 'USER' | 'SYSTEM_USER' | 'INSTAGRAM'>;
  /** Empty for a code from the JavaScript SDK. */
  redirectUri: string;
  scopes: readonly string[];
  targets: readonly string[];
  /** The person's tasks on the Pages; absent: all. */
  tasks?: readonly string[];
}

interface Code {
  grant: Grant;
  expiresAt: number;
  used: boolean;
}

/** A code works once, for ten minutes, and only with its own redirect_uri. */
export class OauthCodes {
  private readonly codes = new Map<string, Code>();
  private readonly now: () => number;

  constructor(nowSeconds: () => number) {
    this.now = nowSeconds;
  }

  issue(grant: Grant): string {
    const code = randomBytes(40).toString('base64url');
    this.codes.set(code, { grant, expiresAt: this.now() + CODE_LIFETIME_S, used: false });
    return code;
  }

  /** @param isInstagram whether the code must come from Instagram Login @throws GraphError 100 */
  redeem(code: string, redirectUri: string, isInstagram: boolean): Grant {
    const known = this.codes.get(code);
    if (known === undefined || (known.grant.type === 'INSTAGRAM') !== isInstagram) {
      throw new GraphError(100, 'Invalid verification code format.');
    }
    if (known.used) throw new GraphError(100, 'This authorization code has been used.', { subcode: 36009 });
    if (known.expiresAt <= this.now())
      throw new GraphError(100, 'This authorization code has expired.', { subcode: 36007 });
    if (known.grant.redirectUri !== redirectUri) {
      throw new GraphError(
        100,
        'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
        { subcode: 36008 },
      );
    }
    known.used = true;
    return known.grant;
  }
}
