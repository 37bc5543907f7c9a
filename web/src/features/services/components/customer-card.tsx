import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { pricedService } from '../service-body.ts';
import { useMoney } from '../use-money.ts';
import { useServiceWords } from '../use-service-words.ts';
import { parseMoney } from '#web/lib/money.ts';
import classes from './customer-card.module.css';
import type { ServiceForm } from './form-types.ts';

/** The service as the public booking page shows it. */
export function CustomerCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const money = useMoney();
  const wordsOf = useServiceWords();
  const { name, description, kind, active, public: isPublic, add_ons, gates, max_pets } = form.values;
  if (!active || !isPublic)
    return <Card title={t('customer.title')} text={t(active ? 'customer.hidden' : 'customer.off')} children={null} />;
  const { time, price, pets } = wordsOf(pricedService(form.values, money.currency), kind);
  const named = add_ons.filter((one) => one.name.trim() !== '');
  return (
    <Card title={t('customer.title')} text={t('customer.text')}>
      <div className={classes.page}>
        <p className={classes.name}>{name.trim() || t('customer.noName')}</p>
        {description.trim() && <p className={classes.description}>{description}</p>}
        <p className={classes.facts}>
          {time} · {price} · {pets}
          {Number(max_pets) > 1 && ` · ${t('customer.pets', { count: Number(max_pets) })}`}
        </p>
        {named.length > 0 && (
          <ul className={classes.extras}>
            {named.map((one, index) => (
              <li key={index}>
                {t('customer.extra', {
                  name: one.name,
                  price: money.words(parseMoney(one.price, money.currency) ?? 0),
                  minutes: Number(one.minutes) || 0,
                })}
              </li>
            ))}
          </ul>
        )}
        {gates.length > 0 && (
          <p className={classes.facts}>{t('customer.needs', { names: gates.map((gate) => gate.name).join(', ') })}</p>
        )}
      </div>
    </Card>
  );
}
