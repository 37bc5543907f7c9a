import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import {
  AcceptsUpload,
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  TakesIfMatch,
  Upload,
  type UploadedFile,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from './companies.service.js';
import { CompanyLogosService, MAX_LOGO_BYTES } from './company-logos.service.js';
import { UploadLogoDto } from './dto/upload-logo.dto.js';
import { CompanyDto, toCompanyDto } from './dto/company.dto.js';
import { UpdateCompanyDto } from './dto/update-company.dto.js';

@ApiTags('Companies')
@Controller('companies')
export class CompaniesController {
  constructor(
    private readonly companies: CompaniesService,
    private readonly logos: CompanyLogosService,
  ) {}

  /** The caller's company. */
  @Get('me')
  @Allow('company:read')
  @Versioned()
  @ApiOkResponse({ type: CompanyDto, headers: ETAG_HEADER })
  @ApiErrors(401, 403)
  async get(@CurrentCompany() scope: CompanyScope): Promise<CompanyDto> {
    return toCompanyDto(await this.companies.get(scope));
  }

  /** Changes the caller's company. */
  @Patch('me')
  @Allow('company:update')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateCompanyDto, {
    name: 'Happy Paws',
    phone: '+55 11 3333-4444',
    website: 'https://example.com',
    address: '12 Garden Street',
  })
  @ApiOkResponse({ type: CompanyDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @IfMatch() version: number | undefined,
    @Body() changes: UpdateCompanyDto,
  ): Promise<CompanyDto> {
    return toCompanyDto(await this.companies.update(scope, changes, version));
  }

  /** Sets the logo of the booking page: PNG, JPEG or WebP. */
  @Post('me/logo')
  @HttpCode(200)
  @Allow('company:update')
  @AcceptsUpload(MAX_LOGO_BYTES)
  @ApiBody({ type: UploadLogoDto })
  @ApiOkResponse({ type: CompanyDto })
  @ApiErrors(400, 401, 403, 413, 415, 429)
  async setLogo(@CurrentCompany() scope: CompanyScope, @Upload() file: UploadedFile): Promise<CompanyDto> {
    return toCompanyDto(await this.logos.set(scope, file));
  }

  /** Removes the logo. */
  @Delete('me/logo')
  @Allow('company:update')
  @ApiOkResponse({ type: CompanyDto })
  @ApiErrors(401, 403)
  async removeLogo(@CurrentCompany() scope: CompanyScope): Promise<CompanyDto> {
    return toCompanyDto(await this.logos.clear(scope));
  }
}
