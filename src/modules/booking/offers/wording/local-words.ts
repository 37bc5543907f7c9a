/** Dates and times as customers read them: in the language and the time zone of the company, with 24 hours. */
export class LocalWords {
  private readonly parts: Intl.DateTimeFormat;
  private readonly days: Intl.DateTimeFormat;
  private readonly times: Intl.DateTimeFormat;

  constructor(locale: string, timeZone: string) {
    this.parts = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone });
    this.days = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
    this.times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  }

  /** Like "Tuesday, December 3". */
  date(at: Date): string {
    return this.days.format(at);
  }

  /** Like "10:30". */
  time(at: Date): string {
    return this.times.format(at);
  }

  /** Like "Tue 3 Dec, 10:30": short enough for a button of WhatsApp, which has room for 20 characters. */
  label(at: Date): string {
    const parts = this.parts.formatToParts(at);
    const wordOf = (type: Intl.DateTimeFormatPartTypes): string =>
      (parts.find((part) => part.type === type)?.value ?? '').replaceAll('.', '');
    return `${wordOf('weekday')} ${wordOf('day')} ${wordOf('month')}, ${this.time(at)}`;
  }
}
