import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { GoogleCalendarApi, type GoogleCalendarEntry } from '../api/google-calendar-api.js';
import { GoogleAccessLost, GoogleRefusal } from '../api/google-failures.js';
import { googleNeedsReconnect, googleUnavailable } from '../google-calendar.errors.js';
import { GoogleConnectionsRepository } from './google-connections.repository.js';

/** Asks Google what the connected account has. */
@Injectable()
export class GoogleAccount {
  constructor(
    private readonly api: GoogleCalendarApi,
    private readonly connections: GoogleConnectionsRepository,
  ) {}

  /** Also stores the name of the account. @throws AppError GOOGLE_NEEDS_RECONNECT | GOOGLE_UNAVAILABLE */
  async calendars(scope: CompanyScope): Promise<GoogleCalendarEntry[]> {
    try {
      const found = await this.api.calendars(scope);
      await this.noteName(scope, found.find(({ is_primary }) => is_primary)?.id);
      return found;
    } catch (error) {
      if (error instanceof AppError) throw error;
      const isRefused = error instanceof GoogleRefusal && !error.isTemporary;
      throw isRefused || error instanceof GoogleAccessLost ? googleNeedsReconnect() : googleUnavailable();
    }
  }

  /** The id of the primary calendar is the address of the account. */
  private async noteName(scope: CompanyScope, name: string | undefined): Promise<void> {
    const connection = await this.connections.of(scope);
    if (name === undefined || !connection || connection.account_email === name) return;
    await this.connections.change(scope, connection._id, () => ({ account_email: name }));
  }
}
