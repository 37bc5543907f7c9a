import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { rolesWith } from '../../../core/auth-guards/index.js';
import { EventBus } from '../../../core/events/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { NotificationCenter } from '../../accounts/notification-center/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import type {} from './waitlist.events.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';

const OFFERED = 'waitlist.offered';
/** Changes of a live appointment that may free time. */
const FREEING: readonly string[] = ['moved', 'no_show', 'completed'];

/** Calls back when time may have become free, and publishes offers. */
@Injectable()
export class WaitlistSignals {
  constructor(
    private readonly bus: EventBus,
    private readonly realtime: RealtimeService,
    private readonly accounts: AccountsRepository,
    private readonly contacts: ContactsService,
    private readonly center: NotificationCenter,
  ) {}

  onFreed(callBack: (scope: CompanyScope) => void): void {
    const freed = ({ companyId }: { companyId: string }): void => callBack(CompanyScope.of(companyId));
    this.bus.on('appointment.cancelled', freed);
    this.bus.on('appointment.updated', (change) => {
      if (FREEING.includes(change.type)) freed(change);
    });
    this.bus.on('catalog.changed', freed);
  }

  hasConnectedStaff(scope: CompanyScope): Promise<boolean> {
    return this.realtime.hasListeners(scope);
  }

  /** Call after each change of the list that staff see. */
  async publishChange(scope: CompanyScope): Promise<void> {
    await this.realtime.publish(scope, 'waitlist:updated', {});
  }

  /** @returns false if publishing failed for now */
  async publishOffer(scope: CompanyScope, { _id, contact_id, service_id, offer }: WaitlistEntry): Promise<boolean> {
    if (!offer) return false;
    const [entryId, appointmentId] = [_id.toHexString(), offer.appointment_id.toHexString()];
    const data = {
      entry_id: entryId,
      appointment_id: appointmentId,
      contact_id: contact_id.toHexString(),
      service_id: service_id.toHexString(),
      starts_at: offer.starts_at.toISOString(),
      expires_at: offer.expires_at.toISOString(),
    };
    await this.storeOffer(scope, contact_id, data);
    const notification = { type: OFFERED, data };
    if (!(await this.realtime.publish(scope, 'notification:new', { notification }))) return false;
    this.bus.emit('waitlist.offered', { companyId: scope.id, entryId, appointmentId });
    return true;
  }

  private async storeOffer(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    data: Record<string, string>,
  ): Promise<void> {
    const staff = await this.accounts.activeWithRole(scope, rolesWith('booking:write'));
    const [contact] = await this.contacts.getMany(scope, [contactId]);
    await this.center.store(
      scope,
      staff.map(({ _id }) => _id),
      { type: OFFERED, key: `waitlist:${data['appointment_id']}`, data, words: { contact: contact?.full_name ?? '' } },
    );
  }
}
