/**
 * The booking engine on one core: 50 staff, 60 days, five-minute cells and three pools, beside the naive scan of the same diary.
 * Warm: on a grid whose rows are there. Cold: from schedules and intervals to the answer, with nothing but the rules read.
 */
import type {
  AvailabilityGrid,
  CompiledRules,
  Occupancy,
  SearchQuery,
  ServiceRules,
  TakenRange,
} from '../../src/modules/booking/engine/index.js';
import { type NaiveDiary, naiveSlots, type NaivePool } from './baselines/naive-slots.ts';
import { percentile } from './measure.ts';

const engine = await import('../../src/modules/booking/engine/index.js');

const STAFF = 50;
const DAYS = 60;
const POOLS = [8, 4, 12];
const FIRST_DAY = Date.UTC(2026, 2, 2) / 86_400_000;
const WARM_UP = 500;
const WARM_RUNS = 3_000;
const COLD_RUNS = 500;
const NAIVE_RUNS = 20;
const SEED = 12_345;

/** Milliseconds. */
export interface Timing {
  p50: number;
  p99: number;
}

export interface SlotsResult {
  offers: number;
  warm: Timing;
  /** The warm search and its answer as objects a day, as the API sends them. */
  answered: Timing;
  cold: Timing;
  oneStaff: Timing;
  /** Three segments and two pets in parallel. */
  segmented: Timing;
  naive: Timing;
}

export function benchSlots(): SlotsResult {
  const diary = makeDiary();
  const { compiled, taken } = salonOf(diary);
  const range = { from: '2026-03-02', to: '2026-04-30' };
  const query: SearchQuery = { service_id: 'wash', channel: 'public', now: new Date('2026-03-01T00:00Z'), ...range };
  const open = (): AvailabilityGrid => new engine.AvailabilityGrid(compiled, range, taken);
  const warmBoard = open();
  const offers = engine.searchSlots(warmBoard, query).offerCount;
  const expected = naiveSlots(diary.staff, diary.pools, 60, 15);
  if (offers !== expected) throw new Error(`the engine offers ${offers} starts, the naive scan ${expected}`);
  const two: SearchQuery = { ...query, service_id: 'groom', pets: [{ weight_kg: 5 }, { weight_kg: 30 }] };
  return {
    offers,
    warm: time(WARM_RUNS, () => engine.searchSlots(warmBoard, query)),
    answered: time(WARM_RUNS, () => engine.searchSlots(warmBoard, query).byDay()),
    cold: time(COLD_RUNS, () => engine.searchSlots(open(), query)),
    oneStaff: time(WARM_RUNS, () => engine.searchSlots(warmBoard, { ...query, staff_id: 's7' })),
    segmented: time(WARM_RUNS / 3, () => engine.searchSlots(warmBoard, two)),
    naive: time(NAIVE_RUNS, () => naiveSlots(diary.staff, diary.pools, 60, 15)),
  };
}

function time(runs: number, run: () => unknown): Timing {
  for (let i = 0; i < Math.min(runs, WARM_UP); i++) run();
  const took: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run();
    took.push(performance.now() - start);
  }
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) };
}

interface Diary {
  staff: NaiveDiary[];
  pools: NaivePool[];
}

/** Two windows a day on most days, six bookings a day of 30 to 75 minutes; pools with four bookings a place and day. */
function makeDiary(): Diary {
  let state = SEED;
  const random = (from: number, to: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from + Math.floor((state / 2 ** 32) * (to - from));
  };
  const midnights = Array.from({ length: DAYS }, (_, day) => (FIRST_DAY + day) * 1_440);
  const staff = Array.from({ length: STAFF }, () => {
    const diary: NaiveDiary = { windows: [], busy: [] };
    midnights.forEach((midnight, day) => {
      if (day % 7 >= 5 && random(0, 10) < 7) return;
      diary.windows.push({ from: midnight + 480, to: midnight + 720 }, { from: midnight + 780, to: midnight + 1_080 });
      for (let at = midnight + 480, booking = 0; booking < 6; booking++) {
        const from = at + random(0, 16) * 5;
        at = from + random(6, 15) * 5;
        diary.busy.push({ from, to: at });
      }
    });
    return diary;
  });
  const pools = POOLS.map((capacity) => ({
    capacity,
    busy: midnights.flatMap((midnight) =>
      Array.from({ length: capacity * 4 }, () => {
        const from = midnight + 480 + random(0, 110) * 5;
        return { from, to: from + random(6, 19) * 5 };
      }),
    ),
  }));
  return { staff, pools };
}

const takenOf = (busy: NaiveDiary['busy']): TakenRange[] =>
  busy.map(({ from, to }) => ({ from: from / 5, to: to / 5, count: 1 }));
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function salonOf({ staff, pools }: Diary): { compiled: CompiledRules; taken: Occupancy } {
  const requirements = pools.map((_, pool) => ({ resource_type_id: `p${pool}` }));
  const services: ServiceRules[] = [
    { id: 'wash', duration_min: 60, requirements },
    {
      id: 'groom',
      buffer_after_min: 10,
      segments: [
        { minutes: 20, requirements: [{ resource_type_id: 'p0' }] },
        { minutes: 20, staff: 'none', requirements: [{ resource_type_id: 'p1' }] },
        { minutes: 35 },
      ],
      pet_matrix: [{ size: 'large', minutes: 100 }],
    },
  ];
  const compiled = engine.compileRules({
    time_zone: 'UTC',
    sizes: [
      { name: 'small', max_kg: 10 },
      { name: 'large', max_kg: 100 },
    ],
    staff: staff.map(({ windows }, index) => ({
      id: `s${index}`,
      schedule: {
        weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, windows: dayWindows })),
        overrides: overridesOf(windows),
      },
    })),
    resource_types: pools.map((_, pool) => ({ id: `p${pool}`, kind: 'pool' as const, cell: '5min' as const })),
    resources: pools.map(({ capacity }, pool) => ({ id: `r${pool}`, resource_type_id: `p${pool}`, capacity })),
    services,
  });
  const taken = new Map<string, TakenRange[]>();
  staff.forEach(({ busy }, index) => taken.set(engine.staffBookable(`s${index}`), takenOf(busy)));
  pools.forEach(({ busy }, pool) => taken.set(engine.poolBookable(`r${pool}`), takenOf(busy)));
  return { compiled, taken };
}

const dayWindows = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];

/** The weekends somebody works. */
function overridesOf(windows: NaiveDiary['windows']): { date: string; windows: { from: string; to: string }[] }[] {
  const byDate = new Map<string, { from: string; to: string }[]>();
  for (const { from, to } of windows) {
    const day = Math.floor(from / 1_440);
    if ((day - FIRST_DAY) % 7 < 5) continue;
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    byDate.set(date, [...(byDate.get(date) ?? []), { from: timeOf(from - day * 1_440), to: timeOf(to - day * 1_440) }]);
  }
  return [...byDate].map(([date, ofDay]) => ({ date, windows: ofDay }));
}
