import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MessagesRepository } from '../../inbox/message-log/index.js';
import type { CustomerNotice } from './customer-notice.schema.js';
import { CustomerNoticesService } from './customer-notices.service.js';
import { CustomerNoticeListDto, toNoticeDto } from './dto/customer-notice.dto.js';

@ApiTags('Appointments')
@Controller('appointments/:id/notices')
export class CustomerNoticesController {
  constructor(
    private readonly notices: CustomerNoticesService,
    private readonly messages: MessagesRepository,
  ) {}

  /** Lists what the customer was told about the appointment, when, by which ways, and with what result. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: CustomerNoticeListDto })
  @ApiErrors(400, 401, 403, 404)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<CustomerNoticeListDto> {
    return this.toList(scope, await this.notices.list(scope, id));
  }

  /**
   * Leaves the customer untold of the appointment as it is now.
   * @remarks A notice that still waits (`notify_delay_sec` of the change) is not sent. A notice that is sent stays in the list.
   */
  @Post('skip')
  @HttpCode(200)
  @Allow('booking:write')
  @ApiOkResponse({ type: CustomerNoticeListDto })
  @ApiErrors(400, 401, 403, 404)
  async skip(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<CustomerNoticeListDto> {
    return this.toList(scope, await this.notices.skip(scope, id));
  }

  private async toList(scope: CompanyScope, notices: readonly CustomerNotice[]): Promise<CustomerNoticeListDto> {
    const posted = await this.messages.findMany(
      scope,
      notices.flatMap(({ message }) => message.message_id ?? []),
    );
    return { items: notices.map((notice) => toNoticeDto(notice, posted)) };
  }
}
