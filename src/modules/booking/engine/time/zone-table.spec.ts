import { ZoneTable } from './zone-table.js';

const DAY = 1_440;
const minute = (text: string): number => Date.parse(text) / 60_000;
const FROM = minute('2024-01-01T00:00Z');
const TO = minute('2031-01-01T00:00Z');

/** The local time of a zone, read from formatted fields. */
function clockOf(zone: string): (utcMinute: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (utcMinute) => {
    const read = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(format.format(utcMinute * 60_000))!.map(Number);
    const [, month, day, year, hour, min] = read as [number, number, number, number, number, number];
    return Date.UTC(year, month - 1, day, hour, min) / 60_000;
  };
}

function transitionsOf(zone: string): number[] {
  const transitions: number[] = [];
  ZoneTable.of(zone).eachStretch(FROM, TO, (from) => transitions.push(from));
  return transitions.slice(1);
}

describe('offsets of a zone', () => {
  it('agree with Intl in every zone on each day of 2024-2030 and around each transition', () => {
    let transitions = 0;
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const table = ZoneTable.of(zone);
      const clock = clockOf(zone);
      const wrong: string[] = [];
      const check = (at: number): void => {
        if (at + table.offsetAt(at) !== clock(at)) wrong.push(`${zone} ${new Date(at * 60_000).toISOString()}`);
      };
      for (let at = FROM; at < TO; at += DAY) check(at);
      for (const at of transitionsOf(zone)) {
        transitions++;
        check(at - 1);
        check(at);
        // Keeps local quarter-hours on the UTC grid.
        expect(Math.abs(table.offsetAt(at)) % 15).toBe(0);
      }
      expect(wrong).toEqual([]);
    }
    expect(transitions).toBeGreaterThan(1_000);
  });

  it('can be read in any order of years', () => {
    const table = ZoneTable.of('America/Toronto');
    expect(table.offsetAt(minute('2029-07-01T00:00Z'))).toBe(-240);
    expect(table.offsetAt(minute('2021-01-01T00:00Z'))).toBe(-300);
    expect(table.offsetAt(minute('2035-07-01T00:00Z'))).toBe(-240);
  });

  it('are refused for an unknown zone', () => expect(() => ZoneTable.of('Mars/Olympus')).toThrow(RangeError));
});

/** A local time, and the instants at which a window opens and closes there. */
const corpus: [zone: string, local: string, opens: string, closes: string][] = [
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:00', '2026-03-08T07:00'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30', '2026-11-01T06:30'],
  ['Europe/London', '2027-03-28T01:15', '2027-03-28T01:00', '2027-03-28T01:00'],
  // 01:00 occurs twice; a window that ends then does not contain the second hour.
  ['Europe/London', '2027-10-31T01:00', '2027-10-31T00:00', '2027-10-31T00:00'],
  ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00', '2018-11-04T03:00'],
  ['America/Sao_Paulo', '2026-11-01T00:00', '2026-11-01T03:00', '2026-11-01T03:00'],
  ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:30', '2026-10-03T15:30'],
  ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45', '2026-04-04T15:15'],
  ['Asia/Kathmandu', '2026-06-01T09:00', '2026-06-01T03:15', '2026-06-01T03:15'],
  ['Pacific/Chatham', '2026-09-27T03:00', '2026-09-26T14:00', '2026-09-26T14:00'],
  ['Pacific/Chatham', '2026-04-05T03:00', '2026-04-04T13:15', '2026-04-04T14:15'],
  ['Africa/Casablanca', '2026-02-15T02:30', '2026-02-15T01:30', '2026-02-15T02:30'],
  ['Africa/Casablanca', '2026-03-22T02:30', '2026-03-22T02:00', '2026-03-22T02:00'],
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00', '2011-12-30T10:00'],
];

describe('local time', () => {
  it.each(corpus)('%s %s opens %s and closes %s', (zone, local, opens, closes) => {
    const table = ZoneTable.of(zone);
    const text = (at: number): string => new Date(at * 60_000).toISOString().slice(0, 16);
    expect(text(table.firstAt(minute(`${local}Z`)))).toBe(opens);
    expect(text(table.endBefore(minute(`${local}Z`)))).toBe(closes);
  });
});
