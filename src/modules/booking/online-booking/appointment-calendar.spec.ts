import { calendarFile } from './appointment-calendar.js';

const entry = {
  id: '65a000000000000000000001',
  version: 3,
  changedAt: new Date('2030-01-01T10:00:00Z'),
  title: 'Bath; cut, dry \\ Salon',
  startsAt: new Date('2030-01-07T12:00:00Z'),
  endsAt: new Date('2030-01-07T12:30:00Z'),
  status: 'confirmed',
  address: `Rua das Flores, 1\nSão Paulo ${'long '.repeat(20)}`,
  manageUrl: 'https://book.example/booking/manage/a.b',
} as const;

describe('calendarFile', () => {
  it('writes an event with UTC times, a stable id and the number of the change', () => {
    const lines = calendarFile(entry).split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'METHOD:PUBLISH',
        'UID:65a000000000000000000001@petbuddy',
        'SEQUENCE:3',
        'DTSTAMP:20300101T100000Z',
        'DTSTART:20300107T120000Z',
        'DTEND:20300107T123000Z',
        'STATUS:CONFIRMED',
      ]),
    );
  });

  it('escapes texts and folds lines of more than 75 bytes', () => {
    const file = calendarFile(entry);
    expect(file).toContain('SUMMARY:Bath\\; cut\\, dry \\\\ Salon\r\n');
    expect(file.replaceAll('\r\n ', '')).toContain('LOCATION:Rua das Flores\\, 1\\nSão Paulo');
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it.each([
    ['pending', 'TENTATIVE'],
    ['cancelled', 'CANCELLED'],
    ['completed', 'CONFIRMED'],
  ] as const)('says that a %s appointment is %s', (status, expected) => {
    expect(calendarFile({ ...entry, status })).toContain(`STATUS:${expected}`);
  });
});
