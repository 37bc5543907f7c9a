/** Windows on days without 24 hours, compared with stepping through the instants. */
import { aService } from '../../../../test/support/booking-engine/rules.js';
import { AvailabilityGrid, compileRules, searchSlots } from './index.js';
import { dateOf } from './time/local-time.js';
import { ZoneTable } from './time/zone-table.js';

const DAY = 1_440;
const STEP = 15;
const FROM = Date.parse('2024-01-01T00:00Z') / 60_000;
const TO = Date.parse('2031-01-01T00:00Z') / 60_000;
/** Around every hour at which clocks change. */
const WINDOWS: [from: number, to: number][] = [
  [0, 90],
  [105, 165],
  [180, 360],
  [1_380, 1_500],
];

const clock = (minutes: number): string =>
  `${String(Math.floor((minutes % DAY) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const schedule = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    windows: WINDOWS.map(([from, to]) => ({ from: clock(from), to: clock(to) })),
  })),
};

interface Stretch {
  from: number;
  offset: number;
}

function stretchesOf(zone: string): Stretch[] {
  const stretches: Stretch[] = [];
  ZoneTable.of(zone).eachStretch(FROM, TO, (from, _to, offset) => stretches.push({ from, offset }));
  return stretches;
}

/** Quarter-hours inside the windows, found by checking local time every five minutes. */
function stepThrough(zone: string, firstDay: number, lastDay: number): number[] {
  const table = ZoneTable.of(zone);
  const instants: number[] = [];
  for (let at = (firstDay - 3) * DAY; at < (lastDay + 4) * DAY; at += 5) instants.push(at);
  const wall = instants.map((at) => at + table.offsetAt(at));
  const reached: number[] = [];
  wall.forEach((local, i) => reached.push(Math.max(local, reached[i - 1] ?? local)));
  const ahead = [...wall];
  for (let i = ahead.length - 2; i >= 0; i--) ahead[i] = Math.min(ahead[i]!, ahead[i + 1]!);
  const isOpen = instants.map((_, i) => {
    const today = Math.floor(wall[i]! / DAY);
    return [today - 2, today - 1, today, today + 1].some((day) =>
      WINDOWS.some(([from, to]) => reached[i]! >= day * DAY + from && ahead[i]! < day * DAY + to),
    );
  });
  return instants.filter((_, i) => {
    const day = Math.floor(wall[i]! / DAY);
    const isLongEnough = isOpen[i] && isOpen[i + 1] && isOpen[i + 2];
    return day >= firstDay && day <= lastDay && isLongEnough && wall[i]! % STEP === 0;
  });
}

function offered(zone: string, firstDay: number, lastDay: number): number[] {
  const compiled = compileRules({
    time_zone: zone,
    staff: [{ id: 'ana', schedule }],
    services: [aService({ duration_min: STEP, step_min: STEP, horizon_days: 9_999 })],
  });
  const range = { from: dateOf(firstDay), to: dateOf(lastDay) };
  const query = { service_id: 'groom', channel: 'public' as const, now: new Date('2011-01-01T00:00Z'), ...range };
  return [...searchSlots(new AvailabilityGrid(compiled, range, new Map()), query).starts];
}

it('every zone offers the local schedule on every day near a transition in 2024-2030', () => {
  // Zones with equal transitions are checked once.
  const zones = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [JSON.stringify(stretchesOf(zone)), zone]));
  let days = 0;
  for (const zone of zones.values())
    for (const { from, offset } of stretchesOf(zone).slice(1)) {
      const day = Math.floor((from + offset) / DAY);
      days++;
      expect([zone, dateOf(day), offered(zone, day - 1, day + 1)]).toEqual([
        zone,
        dateOf(day),
        stepThrough(zone, day - 1, day + 1),
      ]);
    }
  expect(days).toBeGreaterThan(300);
});

it.each([
  'America/New_York',
  'Europe/London',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Africa/Casablanca',
])(
  '%s offers the local schedule on every day of 2024-2030',
  (zone) => {
    const [first, last] = [FROM / DAY, TO / DAY - 1];
    expect(offered(zone, first, last)).toEqual(stepThrough(zone, first, last));
  },
  60_000,
);

it('a skipped local day has no slots', () => {
  const day = Date.parse('2011-12-30') / 60_000 / DAY;
  expect(offered('Pacific/Apia', day, day)).toEqual([]);
  expect(offered('Pacific/Apia', day - 1, day + 1)).toEqual(stepThrough('Pacific/Apia', day - 1, day + 1));
});

it('a repeated hour can be booked twice', () => {
  const day = Date.parse('2026-11-01') / 60_000 / DAY;
  const local = offered('America/New_York', day, day).map(
    (at) => (at + ZoneTable.of('America/New_York').offsetAt(at)) % DAY,
  );
  expect(local.filter((minute) => minute === 60)).toHaveLength(2);
});
