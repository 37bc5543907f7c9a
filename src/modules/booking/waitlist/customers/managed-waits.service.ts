import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import { ManageLinksService, type PublicPage, shownStaffNames, themeOf } from '../../online-booking/index.js';
import { AppointmentsRepository, isCommitted, type StoredBooking } from '../../reservations/index.js';
import { WaitlistAnswers } from '../waitlist-answers.service.js';
import type { WaitlistEntry } from '../waitlist-entry.schema.js';
import { WaitlistService } from '../waitlist.service.js';
import type { PublicWaitDto, PublicWaitOfferDto } from './dto/public-wait.dto.js';
import { type OpenedWait, WaitLinks } from './wait-links.service.js';
import { WaitPages } from './wait-pages.service.js';

/** What a customer with a link sees of a waitlist entry, and does about it. It works even if the public page is off. */
@Injectable()
export class ManagedWaits {
  constructor(
    private readonly links: WaitLinks,
    private readonly answers: WaitlistAnswers,
    private readonly waitlist: WaitlistService,
    private readonly appointments: AppointmentsRepository,
    private readonly manageLinks: ManageLinksService,
    private readonly pets: PetsService,
    private readonly pages: WaitPages,
  ) {}

  /** @throws AppError NOT_FOUND if the link is forged */
  async get(token: string): Promise<PublicWaitDto> {
    return this.view(await this.links.open(token));
  }

  /** @throws AppError NOT_FOUND | what {@link WaitlistAnswers.accept} throws */
  async accept(token: string, holdId: Types.ObjectId): Promise<PublicWaitDto> {
    const { scope, entryId } = await this.links.open(token);
    await this.answers.accept(scope, { way: 'link', holdId }, entryId);
    return this.get(token);
  }

  /** Repeatable. @throws AppError NOT_FOUND | what {@link WaitlistAnswers.decline} throws */
  async decline(token: string, holdId: Types.ObjectId): Promise<PublicWaitDto> {
    const { scope, entryId, entry } = await this.links.open(token);
    const isDeclined = entry?.answer?.choice === 'declined' && entry.answer.appointment_id.equals(holdId);
    if (!isDeclined) await this.answers.decline(scope, { way: 'link', holdId }, entryId);
    return this.get(token);
  }

  /** Repeatable. An appointment that was booked from the entry stays. @throws AppError NOT_FOUND if the link is forged */
  async leave(token: string): Promise<void> {
    const { scope, entryId, entry } = await this.links.open(token);
    if (!entry || entry.state === 'booked') return;
    try {
      await this.waitlist.remove(scope, entryId);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
    }
  }

  async view({ scope, entry, holdId }: OpenedWait): Promise<PublicWaitDto> {
    const page = await this.pages.load(scope);
    const held = entry?.offer && (await this.appointments.findById(scope, entry.offer.appointment_id));
    const pets = entry?.pet_ids.length ? await this.pets.getMany(scope, entry.pet_ids) : [];
    const booked = entry && held && isBookedFor(entry, held) ? held : null;
    const link = booked && (await this.manageLinks.issueUnlessRevoked(scope, booked._id));
    const offer = entry?.state === 'offered' && held && !booked ? offerOf(page, entry, held) : null;
    return {
      ...companyOf(page),
      service_name: page.catalog.services.find(({ _id }) => entry?.service_id.equals(_id))?.name ?? null,
      pet_names: pets.map(({ name }) => name),
      windows: entry?.windows ?? [],
      state: stateOf(entry, offer, booked),
      offer,
      link_offer: holdId && linkOfferOf(holdId, entry, offer, booked),
      manage_token: link?.manage_token ?? null,
      is_pending: booked !== null && booked.pending_on.length > 0,
    };
  }
}

function companyOf({
  company,
  catalog,
}: PublicPage): Pick<PublicWaitDto, 'company_name' | 'company_slug' | 'company_phone' | 'theme' | 'time_zone'> {
  return {
    company_name: company.name,
    company_slug: catalog.settings.public_page ? company.slug : null,
    company_phone: company.phone,
    theme: themeOf(company),
    time_zone: catalog.time_zone,
  };
}

/** Null once the time to answer is over. */
function offerOf({ catalog }: PublicPage, entry: WaitlistEntry, held: StoredBooking): PublicWaitOfferDto | null {
  const expires_at = entry.offer?.expires_at;
  if (!expires_at || expires_at <= new Date() || held.state !== 'HELD') return null;
  return {
    _id: held._id.toHexString(),
    starts_at: held.starts_at.toISOString(),
    ends_at: held.ends_at.toISOString(),
    expires_at: expires_at.toISOString(),
    staff_name: shownStaffNames(catalog).get(held.staff_id?.toHexString() ?? '') ?? null,
    price: held.price,
    currency: held.currency,
  };
}

/** Staff may have handed the appointment to another customer. */
const isBookedFor = ({ contact_id }: WaitlistEntry, held: StoredBooking): boolean =>
  isCommitted(held) && contact_id.equals(held.contact_id);

/** A booking counts before the entry has noted it, and what has ended since counts no more. */
function stateOf(
  entry: WaitlistEntry | null,
  offer: PublicWaitOfferDto | null,
  booked: StoredBooking | null,
): PublicWaitDto['state'] {
  if (!entry) return 'left';
  if (booked) return 'booked';
  if (entry.state === 'booked') return 'cancelled';
  return entry.state === 'offered' && !offer ? 'waiting' : entry.state;
}

function linkOfferOf(
  holdId: Types.ObjectId,
  entry: WaitlistEntry | null,
  offer: PublicWaitOfferDto | null,
  booked: StoredBooking | null,
): PublicWaitDto['link_offer'] {
  if (booked && holdId.equals(booked._id)) return 'booked';
  if (offer?._id === holdId.toHexString()) return 'open';
  return entry?.answer?.choice === 'declined' && holdId.equals(entry.answer.appointment_id) ? 'declined' : 'ended';
}
