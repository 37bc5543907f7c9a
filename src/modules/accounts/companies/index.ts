export type {} from './companies.events.js';
export { logoUrlOf } from './logo-url.js';
export { CompaniesModule } from './companies.module.js';
export { Country } from './dto/country.decorator.js';
export { CompaniesService, type CompanyDraft } from './companies.service.js';
export { countryOfTimeZone } from './country.js';
export { currencyOf, currencyOfCountry } from './currency.js';
export { CompanyDto, toCompanyDto } from './dto/company.dto.js';
export { currencyOfCompanies } from './migrations/currency-of-companies.js';
export { languagesOfBookingTexts } from './migrations/languages-of-booking-texts.js';
export { MAX_COMPANY_NAME } from './dto/update-company.dto.js';
export {
  type Company,
  COMPANY_LOCALES,
  type CompanyLocale,
  DEFAULT_LOCALE,
  DEFAULT_TIME_ZONE,
} from './schemas/company.schema.js';
