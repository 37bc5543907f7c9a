import { useTranslation } from 'react-i18next';
import { useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { type Named, useFlowNames } from '../use-flow-names.ts';
import type { EffectKind } from '../runs/run-types.ts';
import type { SimulatedEffect } from './simulation-types.ts';

type SimulatedKind = Exclude<EffectKind, 'send'>;

/** What an effect of a test would have done, in one sentence. */
export function useEffectWords(): (effect: SimulatedEffect['effect']) => string {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const names = useFlowNames();
  const named = (all: readonly Named[], id: unknown) =>
    all.find(({ _id }) => _id === id)?.name ?? t('simulator.unknown');
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return (effect) => {
    switch (effect.kind as SimulatedKind) {
      case 'tag':
      case 'untag':
        return t(`simulator.effects.${effect.kind as 'tag' | 'untag'}`, { tag: text(effect.tag) });
      case 'assign':
        return t('simulator.effects.assign', { user: named(names.users, effect.user_id) });
      case 'hand_off':
        return effect.reason
          ? t('simulator.effects.hand_off_reason', { reason: text(effect.reason) })
          : t('simulator.effects.hand_off');
      case 'start_flow':
        return t('simulator.effects.start_flow', { flow: named(names.flows, effect.flow_id) });
      case 'api_call':
        return t('simulator.effects.api_call', { method: text(effect.method), url: text(effect.url) });
      case 'find_slots':
        return t('simulator.effects.find_slots', { service: named(names.services, effect.service_id) });
      case 'hold_slot':
        return t('simulator.effects.hold_slot', { time: weekdayTime(text(effect.starts_at), time) });
      case 'confirm_booking':
        return t('simulator.effects.confirm_booking');
    }
  };
}
