import { Flag, Part, TimeOfDay } from '../../../../core/http/index.js';

export class PushQuietHoursDto {
  @TimeOfDay({ example: '22:00', description: 'In the time zone of the company' })
  from!: string;

  @TimeOfDay({ example: '07:00', description: 'May be on the next day; the same time as `from` is the whole day' })
  to!: string;
}

/** What pushes show, and when none are sent; for all devices of the user. */
export class PushSettingsDto {
  @Flag({ description: 'Pushes show texts of messages and notes; else only names' })
  shows_text!: boolean;

  @Part(() => PushQuietHoursDto, {
    nullable: true,
    description: 'No push is sent in these hours; null: pushes at any time',
  })
  quiet_hours!: PushQuietHoursDto | null;
}
