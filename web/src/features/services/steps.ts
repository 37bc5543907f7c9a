import type { RequirementDraft, ServiceDraft, StepDraft } from './service-draft.ts';

export const newStep = (fields: Partial<StepDraft>): StepDraft => ({
  ...{ stored: null, name: '', minutes: '', pause: '0', staff: true },
  ...fields,
});

/** The first two steps: the work as it was, and a time in which the pet waits. */
export const firstSteps = ({ duration_min }: Pick<ServiceDraft, 'duration_min'>): StepDraft[] => [
  newStep({ minutes: duration_min }),
  newStep({ staff: false }),
];

/** The form without a step. A place of that step counts for the whole appointment from then on. */
export function withoutStep(
  { steps, requirements, duration_min }: Pick<ServiceDraft, 'steps' | 'requirements' | 'duration_min'>,
  index: number,
): Pick<ServiceDraft, 'steps' | 'requirements' | 'duration_min'> {
  const left = steps.filter((_, place) => place !== index);
  const moved = (segment: number | null): number | null => {
    if (segment === null || segment === index) return null;
    return segment > index ? segment - 1 : segment;
  };
  return {
    steps: left,
    requirements: requirements.map((one): RequirementDraft => ({ ...one, segment: moved(one.segment) })),
    duration_min: left.length === 0 ? (steps[index]?.minutes ?? duration_min) : duration_min,
  };
}
