import { useTranslation } from 'react-i18next';
import { type PricedService } from './pet-matrix.ts';
import { priceRange } from './price-range.ts';
import type { Service } from './services-queries.ts';
import { useTraitWords } from './trait-words.ts';
import { useMoney } from './use-money.ts';

/** Duration, price and pets of a service in short words, as in `60 to 90 min`, `from $40.00`, `Dog, Cat`. */
export function useServiceWords() {
  const { t } = useTranslation('services');
  const words = useTraitWords();
  const money = useMoney();
  return (service: PricedService, kind: Service['kind']) => {
    const range = priceRange(service);
    const [shortest = 0, longest = 0] = range?.minutes ?? [];
    const [lowest, highest] = range?.price ?? [];
    const minutes =
      shortest === longest ? t('minutes', { count: shortest }) : t('minutesRange', { shortest, count: longest });
    const amount = lowest === undefined ? '' : money.words(lowest);
    return {
      time: kind === 'timed' ? minutes : t(`kinds.${kind}`),
      price: lowest === undefined ? t('preview.noPrice') : lowest === highest ? amount : t('priceFrom', { amount }),
      pets:
        service.accepted_species.length === 0
          ? t('everySpecies')
          : service.accepted_species.map((name) => words.species(name)).join(', '),
    };
  };
}
