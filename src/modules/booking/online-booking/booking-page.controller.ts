import { Controller, Get, HttpStatus, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { RateLimit, setPagePolicy, webAppPage } from '../../../core/http/index.js';
import { logoUrlOf } from '../../accounts/companies/index.js';
import { type PageHead, withHead } from './booking-page-head.js';
import { type PublicPage, PublicPageLoader } from './public-page-loader.js';

const PAGE_FILE = 'book.html';
const MINUTE_MS = 60_000;
/** Share of the limit of a known caller. */
const PAGES_SHARE = 1 / 5;

/** The pages of visitors. One file shows both; it reads the address and asks the API. */
@ApiExcludeController()
@Public()
@RateLimit('booking-page', {
  limit: ({ rateLimitPerMinute }: AppConfig) => Math.max(1, Math.ceil(rateLimitPerMinute * PAGES_SHARE)),
  ttl: MINUTE_MS,
  by: 'address',
})
@Controller()
export class BookingPageController {
  constructor(
    private readonly pages: PublicPageLoader,
    private readonly config: AppConfig,
  ) {}

  /** The page where visitors book. An unknown company is 404 with a page that says so. */
  @Get('book/:companySlug')
  async book(@Param('companySlug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const page = await this.findPage(slug);
    const head = page ? this.headOf(page) : { title: 'PetBuddy', isListed: false };
    setPagePolicy(request, response, page?.company.embed_sites ?? []);
    await send(response, page ? HttpStatus.OK : HttpStatus.NOT_FOUND, head);
  }

  /** The page of one appointment, or of one waitlist entry. The API checks the token, so previews of links learn nothing. */
  @Get(['booking/manage/:token', 'booking/waitlist/:token'])
  async manage(@Req() request: Request, @Res() response: Response): Promise<void> {
    setPagePolicy(request, response, []);
    await send(response, HttpStatus.OK, { title: 'PetBuddy', isListed: false });
  }

  private async findPage(slug: string): Promise<PublicPage | undefined> {
    try {
      return await this.pages.load(slug);
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  }

  private headOf({ company }: PublicPage): PageHead {
    const { name, slug, address, booking_text_en: english, booking_text_pt: portuguese, locale } = company;
    const text = locale === 'pt-BR' ? (portuguese ?? english) : (english ?? portuguese);
    const description = text ?? address;
    const logo = logoUrlOf(company);
    return {
      title: name,
      ...(description && { description }),
      ...(logo && { image: `${this.config.frontendUrl}${logo}` }),
      url: `${this.config.frontendUrl}/book/${slug}`,
      locale,
      isListed: true,
    };
  }
}

async function send(response: Response, status: HttpStatus, head: PageHead): Promise<void> {
  const page = await webAppPage(PAGE_FILE);
  if (!page) throw new AppError('NOT_FOUND', HttpStatus.NOT_FOUND, 'The web app is not built; run npm run build:web');
  response.status(status).type('html').set('cache-control', 'no-cache').send(withHead(page, head));
}
