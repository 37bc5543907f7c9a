import { Body, Controller, HttpStatus, Param, Post, Res, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiErrors, BodyExample, EXAMPLE_IDS } from '../../../../core/http/index.js';
import {
  CurrentVisitor,
  PublicPageLoader,
  toVerificationStartedDto,
  VerificationStartedDto,
  type Visitor,
  VISITOR_HEADER,
  VisitorInterceptor,
  VisitorRoute,
} from '../../online-booking/index.js';
import { JoinedWaitlistDto, JoinWaitlistDto } from './dto/public-wait.dto.js';
import { ManagedWaits } from './managed-waits.service.js';
import { PublicWaits } from './public-waits.service.js';
import { WaitLinks } from './wait-links.service.js';
import { WaitWelcomes } from './wait-welcomes.service.js';

@ApiTags('Public booking')
@ApiHeader({ name: VISITOR_HEADER, required: false, description: 'Names the visitor; given with the first answer' })
@UseInterceptors(VisitorInterceptor)
@Controller('public/:companySlug/waitlist')
export class PublicWaitlistController {
  constructor(
    private readonly pages: PublicPageLoader,
    private readonly waits: PublicWaits,
    private readonly managed: ManagedWaits,
    private readonly links: WaitLinks,
    private readonly welcomes: WaitWelcomes,
  ) {}

  /**
   * Puts the visitor on the waitlist.
   * @remarks If the company checks contacts, the first call sends a code, and the next call must include it. A visitor who has
   * proven the address in the last hour needs none.
   */
  @Post()
  @VisitorRoute('confirm')
  @BodyExample(JoinWaitlistDto, {
    client_key: 'a1',
    service_id: EXAMPLE_IDS.service,
    window: { date_from: '2030-01-07', date_to: '2030-01-11', from: '00:00', to: '12:00' },
    contact: { full_name: 'Ana Lima', email: 'ana@example.com' },
    pets: [{ name: 'Luna', species: 'dog', weight_kg: 8 }],
  })
  @ApiCreatedResponse({ type: JoinedWaitlistDto })
  @ApiAcceptedResponse({ type: VerificationStartedDto })
  @ApiErrors(400, 404, 409, 422, 502, 503)
  async join(
    @Param('companySlug') slug: string,
    @CurrentVisitor() visitor: Visitor,
    @Body() body: JoinWaitlistDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JoinedWaitlistDto | VerificationStartedDto> {
    const page = await this.pages.load(slug);
    const joined = await this.waits.join(page, visitor, body);
    if ('verification' in joined) {
      response.status(HttpStatus.ACCEPTED);
      return toVerificationStartedDto(joined.verification);
    }
    const { scope } = page;
    const { entry } = joined;
    await this.welcomes.enqueue(scope, entry._id);
    return {
      entry: await this.managed.view({ scope, entryId: entry._id, entry, holdId: null }),
      wait_url: this.links.urlOf(scope, entry._id),
      wait_token: this.links.tokenOf(scope, entry._id),
    };
  }
}
