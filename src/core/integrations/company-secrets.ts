import type { CompanyScope } from '../tenancy/index.js';

/** Secrets that a company has stored under names, for modules that call other services on its behalf. */
export abstract class CompanySecrets {
  /**
   * @returns the value in plain text; undefined if the company has no secret of this name
   * @throws SecretBoxError if no configured key opens it
   */
  abstract read(scope: CompanyScope, name: string): Promise<string | undefined>;
}
