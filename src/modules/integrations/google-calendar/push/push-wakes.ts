import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus, type EventMap } from '../../../../core/events/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AppointmentsRepository } from '../../../booking/reservations/index.js';
import { CalendarLinksRepository } from '../links/calendar-links.repository.js';
import { SyncRunner } from '../links/sync-runner.service.js';
import { PushedEventsRepository } from './pushed-events.repository.js';

const EVENTS = ['appointment.created', 'appointment.updated', 'appointment.cancelled'] as const;
/** Ends of holds, which Google never sees. */
const OF_HOLDS = ['released', 'expired'];

/** Begins a run soon after an appointment has changed. A lost event costs five minutes, because every run compares all. */
@Injectable()
export class PushWakes implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly links: CalendarLinksRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly rows: PushedEventsRepository,
    private readonly runner: SyncRunner,
  ) {}

  onModuleInit(): void {
    for (const event of EVENTS) this.bus.on(event, (change) => this.wake(change));
  }

  private async wake({ companyId, appointmentId, type }: EventMap['appointment.created']): Promise<void> {
    if (OF_HOLDS.includes(type)) return;
    const scope = CompanyScope.of(companyId);
    const links = (await this.links.shown(scope)).filter(({ direction }) => direction !== 'pull');
    if (links.length === 0) return;
    const id = toObjectId(appointmentId);
    const [appointment, rows] = await Promise.all([
      this.appointments.findById(scope, id),
      this.rows.ofAppointment(scope, id),
    ]);
    const staff = [...(appointment?.staff_ids ?? []), ...rows.map(({ staff_id }) => staff_id)];
    for (const link of links) {
      if (!staff.some((one) => one.equals(link.staff_id))) continue;
      await this.links.wakeOne(scope, link._id);
      this.runner.start(scope, link._id);
    }
  }
}
