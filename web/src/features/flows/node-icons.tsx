import {
  IconBolt,
  IconCalendarCheck,
  IconCalendarSearch,
  IconCalendarTime,
  IconClock,
  IconFlag,
  IconGitFork,
  IconHeadset,
  IconMessage,
  IconMessageQuestion,
  IconRoute,
  IconTag,
  IconTagOff,
  IconUserCheck,
  IconVariable,
  IconWorldUpload,
  type Icon,
} from '@tabler/icons-react';
import type { PaletteKind } from './new-node.ts';

const ICONS: Record<PaletteKind, Icon> = {
  trigger: IconBolt,
  message: IconMessage,
  ask: IconMessageQuestion,
  condition: IconGitFork,
  delay: IconClock,
  end: IconFlag,
  tag_customer: IconTag,
  untag_customer: IconTagOff,
  set_variable: IconVariable,
  api_call: IconWorldUpload,
  assign: IconUserCheck,
  hand_off: IconHeadset,
  start_flow: IconRoute,
  find_slots: IconCalendarSearch,
  hold_slot: IconCalendarTime,
  confirm_booking: IconCalendarCheck,
};

export function NodeIcon({ kind, size = 18 }: { kind: PaletteKind; size?: number }) {
  const Shown = ICONS[kind];
  return <Shown size={size} stroke={1.75} aria-hidden />;
}
