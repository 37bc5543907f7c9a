import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { type VaccinationEndDto, VaccinationEndPageDto, VaccinationEndQueryDto } from './dto/vaccination-end.dto.js';
import { type EndingVaccinations, VaccinationEndsService } from './vaccination-ends.service.js';

@ApiTags('Pets')
@Controller('pets/vaccination-ends')
export class VaccinationEndsController {
  constructor(private readonly ends: VaccinationEndsService) {}

  /**
   * Vaccinations by the day on which they end, one row for each pet and day.
   * @remarks A later vaccination of the same name replaces an earlier one. Vaccinations without an end are left out.
   * `clearances` are proofs that staff have accepted in place of these vaccinations and that are valid longer.
   */
  @Get()
  @Allow('pets:read')
  @ApiOkResponse({ type: VaccinationEndPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() { from, until, order = 'soonest', limit, cursor }: VaccinationEndQueryDto,
  ): Promise<VaccinationEndPageDto> {
    const range = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
    const { items, nextCursor } = await this.ends.list(scope, range, order, { limit, cursor });
    return { items: items.map((row) => toDto(row, mayUse(reader, 'contacts:read'))), nextCursor };
  }
}

function toDto(
  { expires_on, names, clearances, pet, contact }: EndingVaccinations,
  withContact: boolean,
): VaccinationEndDto {
  const { _id, full_name, phone, email } = contact;
  return {
    expires_on,
    names,
    clearances: clearances.map(({ name, valid_until }) => ({ name, valid_until })),
    pet: { _id: pet._id.toHexString(), name: pet.name, species: pet.species },
    contact_id: _id.toHexString(),
    contact: withContact ? { full_name, phone, email } : null,
  };
}
