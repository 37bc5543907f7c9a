import { createHash, randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { isAllowed, mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { API_PREFIX } from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import { ResourcesService } from '../../booking/catalog/index.js';
import { CalendarFeedsRepository, type Whose } from './calendar-feeds.repository.js';
import type { CreateCalendarFeedDto } from './dto/calendar-feed.dto.js';
import { FeedEntriesService } from './feed-entries.service.js';
import { feedFile } from './feed-file.js';
import type { CalendarFeed } from './schemas/calendar-feed.schema.js';

const SECRET_BYTES = 32;
const MAX_FEEDS = 200;
const READ_NOTED_EVERY_MS = 60_000;

/** The address is known only here, in the answer to the person who made the feed. */
export interface WithUrl {
  readonly feed: CalendarFeed;
  readonly url: string;
}

/** Feeds by which calendar programs show appointments. Only managers make feeds of others. */
@Injectable()
export class CalendarFeedsService {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly feeds: CalendarFeedsRepository,
    private readonly entries: FeedEntriesService,
    private readonly companies: CompaniesService,
    private readonly accounts: AccountsRepository,
    private readonly resources: ResourcesService,
    private readonly config: AppConfig,
  ) {}

  /** Those that the caller may delete; the oldest first. */
  list(scope: CompanyScope, caller: Principal): Promise<CalendarFeed[]> {
    return this.feeds.list(scope, ownOf(caller));
  }

  /** @throws AppError VALIDATION_ERROR | FORBIDDEN for API keys | FEED_OF_OTHERS | NOT_FOUND for a named document | TOO_MANY_CALENDAR_FEEDS */
  async create(scope: CompanyScope, caller: Principal, input: CreateCalendarFeedDto): Promise<WithUrl> {
    assertComplete(input);
    if (caller.keyPermissions)
      throw AppError.forbidden('A feed belongs to a person; log in instead of using an API key');
    const staff_id = input.staff_id ? toObjectId(input.staff_id, 'staff_id') : null;
    const resource_id = input.resource_id ? toObjectId(input.resource_id, 'resource_id') : null;
    if (!mayManage(caller) && input.staff_id !== caller.userId) {
      throw new AppError(
        'FEED_OF_OTHERS',
        403,
        'You can make a feed of your own appointments; managers make all others',
      );
    }
    if (staff_id) await this.accounts.getColleague(scope, staff_id);
    if (resource_id) await this.resources.get(scope, resource_id);
    if ((await this.feeds.countAll(scope)) >= MAX_FEEDS) {
      const message = `A company has at most ${MAX_FEEDS} calendar feeds; delete one first`;
      throw AppError.conflict('TOO_MANY_CALENDAR_FEEDS', message);
    }
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const feed = await this.feeds.create(scope, {
      kind: input.kind,
      staff_id,
      resource_id,
      hash: hashOf(secret),
      created_by: toObjectId(caller.userId),
    });
    this.audit('created', caller, feed);
    return { feed, url: `${this.config.frontendUrl}/${API_PREFIX}/public/feeds/${secret}.ics` };
  }

  /** @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<void> {
    const feed = await this.feeds.get(scope, id, ownOf(caller));
    await this.feeds.remove(scope, id);
    this.audit('deleted', caller, feed);
  }

  /** The text of a feed. @throws AppError NOT_FOUND also when the person who made it, or whose it is, has left */
  async read(secret: string): Promise<string> {
    const feed = await this.feeds.findByHash(hashOf(secret));
    if (!feed) throw AppError.notFound('Calendar feed');
    const scope = CompanyScope.of(feed.company_id);
    const title = await this.titleOf(scope, feed);
    const { name, time_zone } = await this.companies.get(scope);
    const now = new Date();
    if (!feed.last_read_at || now.getTime() - feed.last_read_at.getTime() >= READ_NOTED_EVERY_MS) {
      await this.feeds.noteRead(feed, now);
    }
    const entries = await this.entries.entriesOf(scope, feed);
    return feedFile(title ? `${name}: ${title}` : name, time_zone, entries);
  }

  private audit(action: 'created' | 'deleted', { userId, companyId }: Principal, { _id, kind }: CalendarFeed): void {
    this.logger.log({ message: `Calendar feed ${action}`, userId, companyId, feed_id: _id.toHexString(), kind });
  }

  /** The name of the person or the resource; null for the whole company. */
  private async titleOf(scope: CompanyScope, feed: CalendarFeed): Promise<string | null> {
    const people = await this.accounts.colleagues(scope, [feed.created_by, ...(feed.staff_id ? [feed.staff_id] : [])]);
    const active = people.filter(({ state }) => state !== 'disabled');
    const maker = active.find(({ _id }) => _id.equals(feed.created_by));
    const isOwn = feed.staff_id?.equals(feed.created_by) ?? false;
    if (!maker || (!isOwn && !isAllowed(maker.role, 'integrations:manage'))) throw AppError.notFound('Calendar feed');
    if (feed.kind === 'resource' && feed.resource_id) {
      return (await this.resources.get(scope, feed.resource_id)).name;
    }
    if (feed.kind !== 'staff') return null;
    const person = active.find(({ _id }) => feed.staff_id?.equals(_id));
    if (!person) throw AppError.notFound('Calendar feed');
    return person.full_name;
  }
}

const mayManage = (caller: Principal): boolean => mayUse(caller, 'integrations:manage');

const ownOf = (caller: Principal): Whose => (mayManage(caller) ? {} : { created_by: toObjectId(caller.userId) });

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function assertComplete({ kind, staff_id, resource_id }: CreateCalendarFeedDto): void {
  const problems = [
    ...fieldProblem('staff_id', staff_id, kind === 'staff'),
    ...fieldProblem('resource_id', resource_id, kind === 'resource'),
  ];
  if (problems.length > 0) throw AppError.validation(problems);
}

function fieldProblem(
  field: string,
  value: string | undefined,
  isNeeded: boolean,
): { field: string; message: string }[] {
  if (isNeeded === (value !== undefined)) return [];
  return [{ field, message: isNeeded ? `${field} is needed for this kind` : `${field} does not fit this kind` }];
}
