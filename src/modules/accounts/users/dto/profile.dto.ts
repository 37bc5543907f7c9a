import { ApiProperty } from '@nestjs/swagger';
import { type Preferences, THEMES } from '../preferences.js';
import { UserDto } from './user.dto.js';

/** How the staff app looks and behaves for the user. */
export class PreferencesDto implements Preferences {
  @ApiProperty({ enum: THEMES, description: '`auto` follows the device' })
  theme!: Preferences['theme'];

  @ApiProperty({ description: 'Keyboard shortcuts are switched off' })
  keys_off!: boolean;

  @ApiProperty({ description: 'Enter sends a message; else it breaks the line' })
  enter_sends!: boolean;

  @ApiProperty({ description: 'New messages make a sound' })
  sound!: boolean;
}

/** A user as they see themselves. */
export class ProfileDto extends UserDto {
  @ApiProperty()
  preferences!: PreferencesDto;
}
