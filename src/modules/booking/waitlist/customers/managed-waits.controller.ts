import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiErrors, BodyExample, EXAMPLE_IDS } from '../../../../core/http/index.js';
import { toObjectId } from '../../../../core/tenancy/index.js';
import { VisitorRoute } from '../../online-booking/index.js';
import { AnswerOfferDto, PublicWaitDto } from './dto/public-wait.dto.js';
import { ManagedWaits } from './managed-waits.service.js';

@ApiTags('Public booking')
@Controller('public/manage/waitlist/:token')
export class ManagedWaitsController {
  constructor(private readonly waits: ManagedWaits) {}

  /** Returns the waitlist entry and its offer. */
  @Get()
  @VisitorRoute('read')
  @ApiOkResponse({ type: PublicWaitDto })
  @ApiErrors(404)
  get(@Param('token') token: string): Promise<PublicWaitDto> {
    return this.waits.get(token);
  }

  /** Books the offered time. A repeated call returns the same answer. */
  @Post('accept')
  @HttpCode(HttpStatus.OK)
  @VisitorRoute('write')
  @BodyExample(AnswerOfferDto, { offer_id: EXAMPLE_IDS.service })
  @ApiOkResponse({ type: PublicWaitDto })
  @ApiErrors(400, 404, 409, 422)
  accept(@Param('token') token: string, @Body() { offer_id }: AnswerOfferDto): Promise<PublicWaitDto> {
    return this.waits.accept(token, toObjectId(offer_id, 'offer_id'));
  }

  /** Declines the offered time. The entry waits on, and the next entry gets the time. */
  @Post('decline')
  @HttpCode(HttpStatus.OK)
  @VisitorRoute('write')
  @BodyExample(AnswerOfferDto, { offer_id: EXAMPLE_IDS.service })
  @ApiOkResponse({ type: PublicWaitDto })
  @ApiErrors(400, 404, 409)
  decline(@Param('token') token: string, @Body() { offer_id }: AnswerOfferDto): Promise<PublicWaitDto> {
    return this.waits.decline(token, toObjectId(offer_id, 'offer_id'));
  }

  /** Leaves the waitlist. A booked appointment stays. */
  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @VisitorRoute('write')
  @ApiNoContentResponse()
  @ApiErrors(404)
  leave(@Param('token') token: string): Promise<void> {
    return this.waits.leave(token);
  }
}
