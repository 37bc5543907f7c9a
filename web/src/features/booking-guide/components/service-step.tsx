import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Service, servicesQuery } from '#web/features/services/services-queries.ts';
import { useServiceWords } from '#web/features/services/use-service-words.ts';
import type { Window } from '#web/features/staff-schedules/schedule-draft.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import classes from '../guide-page.module.css';
import { PRESET_KEYS, type PresetKey } from '../presets.ts';
import { PresetForm } from './preset-form.tsx';

interface ServiceStepProps {
  week: Window[][];
  onBack: () => void;
  onDone: (service: Service) => void;
}

/** The first service: one that is there already, or a usual one with a price. */
export function ServiceStep({ week, onBack, onDone }: ServiceStepProps) {
  const { t } = useTranslation('guide');
  const { data: services, error } = useQuery(servicesQuery);
  const [preset, setPreset] = useState<PresetKey>();
  const bookable = services?.filter((service) => service.active && service.public) ?? [];
  return (
    <>
      <FormError error={error} />
      {bookable.length > 0 && (
        <Card title={t('service.known')} text={t('service.knownText')}>
          <RowList empty="">
            {bookable.map((service) => (
              <KnownService key={service._id} service={service} onChoose={() => onDone(service)} />
            ))}
          </RowList>
        </Card>
      )}
      <Card title={t(bookable.length > 0 ? 'service.another' : 'service.title')} text={t('service.text')}>
        <div className={classes.presets} role="group" aria-label={t('service.presets')}>
          {PRESET_KEYS.map((key) => (
            <Button
              key={key}
              variant={key === preset ? 'filled' : 'default'}
              aria-pressed={key === preset}
              onClick={() => setPreset(key)}
            >
              {t(`presets.${key}`)}
            </Button>
          ))}
        </div>
        {preset && <PresetForm key={preset} preset={preset} week={week} onDone={onDone} />}
      </Card>
      <Actions>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      </Actions>
    </>
  );
}

function KnownService({ service, onChoose }: { service: Service; onChoose: () => void }) {
  const { t } = useTranslation('guide');
  const { time, price, pets } = useServiceWords()(service, service.kind);
  const { name } = service;
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small>
          {time} · {price} · {pets}
        </small>
      </span>
      <Button size="sm" variant="default" onClick={onChoose} aria-label={t('service.chooseOne', { name })}>
        {t('service.choose')}
      </Button>
    </li>
  );
}
