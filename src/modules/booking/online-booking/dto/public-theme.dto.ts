import { ApiProperty } from '@nestjs/swagger';
import { type Company, logoUrlOf } from '../../../accounts/companies/index.js';

/** How the company wants its page to look; null: as the product looks. */
export class PublicThemeDto {
  @ApiProperty({ type: String, nullable: true, example: '#1c6b57' })
  color!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Words of the company; null: none in this language' })
  text_en!: string | null;

  @ApiProperty({ type: String, nullable: true })
  text_pt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Path on this server' })
  logo_url!: string | null;
}

export const themeOf = (company: Company): PublicThemeDto => ({
  color: company.brand_color ?? null,
  text_en: company.booking_text_en ?? null,
  text_pt: company.booking_text_pt ?? null,
  logo_url: logoUrlOf(company),
});
