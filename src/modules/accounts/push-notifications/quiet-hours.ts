/** Local times "HH:MM" of the company. The same time twice is the whole day. */
export interface QuietHours {
  from: string;
  to: string;
}

/** Whether a moment lies in the quiet hours; they may reach over midnight. */
export function isQuiet({ from, to }: QuietHours, at: Date, timeZone: string): boolean {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat('en-GB', options).format(at);
  return from < to ? from <= time && time < to : time >= from || time < to;
}
