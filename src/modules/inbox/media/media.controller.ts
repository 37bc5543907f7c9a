import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow, CurrentCompany, Public } from '../../../core/auth-guards/index.js';
import { ApiErrors, type UploadedFile, Upload, AcceptsUpload } from '../../../core/http/index.js';
import type { ByteRange } from '../../../core/storage/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { UploadedFileDto, UploadFileDto } from './dto/uploaded-file.dto.js';
import { isShownInline } from './file-kinds.js';
import { MAX_FILE_BYTES } from './media.constants.js';
import { MediaService } from './media.service.js';
import { requestedPart } from './requested-part.js';

/** A stored file never changes; only the browser of who has the address may keep it. */
const CACHE_CONTROL = 'private, max-age=86400, immutable';

@ApiTags('Media')
@Controller('media')
export class MediaController {
  constructor(private readonly media: MediaService) {}

  /** Takes a file to be sent with a message: at most 25 MB, pictures 8 MB. */
  @Post()
  @Allow('messages:send')
  @AcceptsUpload(MAX_FILE_BYTES)
  @ApiBody({ type: UploadFileDto })
  @ApiCreatedResponse({ type: UploadedFileDto })
  @ApiErrors(400, 401, 403, 413, 415, 429)
  upload(@CurrentCompany() scope: CompanyScope, @Upload() file: UploadedFile): Promise<UploadedFileDto> {
    return this.media.upload(scope, file);
  }

  /** A file by its signed address, or one part of it. Pictures are shown, anything else is saved. */
  @Get('files/:token')
  @Public()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'range', required: false, description: 'One part, for instance bytes=0-1023' })
  @ApiResponse({ status: 206, description: 'The part that was asked for' })
  @ApiErrors(404, 416)
  async download(
    @Param('token') token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const part = request.headers.range === undefined ? undefined : await this.part(token, request, response);
    const { stream, size, mime } = await this.media.open(token, part);
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('Cache-Control', CACHE_CONTROL);
    // What a customer sent must not run anything under our name, even opened on its own.
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // The address itself is the permission, wherever the picture is shown.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const disposition = isShownInline(mime) ? 'inline' : 'attachment';
    return new StreamableFile(stream, { type: mime, length: size, disposition });
  }

  private async part(token: string, request: Request, response: Response): Promise<ByteRange | undefined> {
    const { size } = await this.media.describe(token);
    // What a refusal has to tell; a part overwrites it.
    response.setHeader('Content-Range', `bytes */${size}`);
    const part = requestedPart(request, size);
    if (part) response.status(206).setHeader('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
    else response.removeHeader('Content-Range');
    return part;
  }
}
