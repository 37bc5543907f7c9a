import { type ImportCounts, ROW_OUTCOMES, type RowOutcome, type RowPlan } from './schemas/customer-import.schema.js';

/** The numbers with those of more rows. */
export function countsOf(before: ImportCounts, plans: readonly RowPlan[]): ImportCounts {
  const number = (fits: (plan: RowPlan) => boolean): number => plans.filter(fits).length;
  const outcomes = ROW_OUTCOMES.map((name) => [name, before[name] + number(({ made }) => made?.outcome === name)]);
  return {
    ...before,
    ...(Object.fromEntries(outcomes) as Pick<ImportCounts, RowOutcome>),
    rows: before.rows + plans.length,
    broken: before.broken + number(({ problems }) => problems.length > 0),
    contacts_created: before.contacts_created + number((plan) => plan.is_new_contact),
    contacts_matched: before.contacts_matched + number((plan) => plan.contact_id !== null && !plan.is_new_contact),
    pets_created: before.pets_created + number((plan) => plan.is_new_pet),
    pets_matched: before.pets_matched + number((plan) => plan.pet_id !== null && !plan.is_new_pet),
    vaccinations_added: before.vaccinations_added + plans.reduce((sum, plan) => sum + plan.vaccinations.length, 0),
  };
}
