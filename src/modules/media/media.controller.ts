import { Controller, Get, Param, Post, Res, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow, CurrentCompany, Public } from '../../core/auth-guards/index.js';
import { AppError } from '../../core/errors/index.js';
import { ApiErrors } from '../../core/http/index.js';
import { CompanyScope } from '../../core/tenancy/index.js';
import { UploadedFileDto, UploadFileDto } from './dto/uploaded-file.dto.js';
import { isShownInline } from './file-kinds.js';
import { MAX_FILE_BYTES } from './media.constants.js';
import { MediaService } from './media.service.js';

/** A stored file never changes; only the browser of who has the address may keep it. */
const CACHE_CONTROL = 'private, max-age=86400, immutable';

@ApiTags('media')
@Controller('media')
export class MediaController {
  constructor(private readonly media: MediaService) {}

  /** Takes a file to be sent with a message: at most 25 MB, pictures 8 MB. */
  @Post()
  @Allow('messages:send')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 0 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadFileDto })
  @ApiCreatedResponse({ type: UploadedFileDto })
  @ApiErrors(400, 401, 403, 413, 415)
  upload(
    @CurrentCompany() scope: CompanyScope,
    @UploadedFile() file: { buffer: Buffer } | undefined,
  ): Promise<UploadedFileDto> {
    if (!file) throw AppError.validation([{ field: 'file', message: 'file is missing' }]);
    return this.media.upload(scope, file.buffer);
  }

  /** A file by its signed address. Pictures are shown, anything else is saved. */
  @Get('files/:token')
  @Public()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors(404)
  async file(@Param('token') token: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const { stream, size, mime } = await this.media.open(token);
    response.setHeader('Cache-Control', CACHE_CONTROL);
    // What a customer sent must not run anything under our name, even opened on its own.
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // The address itself is the permission, wherever the picture is shown.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const disposition = isShownInline(mime) ? 'inline' : 'attachment';
    return new StreamableFile(stream, { type: mime, length: size, disposition });
  }
}
