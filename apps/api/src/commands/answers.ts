import { ApiProperty } from '@nestjs/swagger';
import type { Accepted, Created } from '@registre/deliberation';

/** What was written: the token `stream@revision` can be given to a query as `?after=`. */
export class AcceptedAnswer implements Accepted {
  @ApiProperty({ example: 'session-200054807_8f0c…' })
  readonly stream!: string;

  @ApiProperty({ description: 'Revision of the command’s last event in that stream.', example: 12 })
  readonly revision!: number;
}

export class CreatedAnswer extends AcceptedAnswer implements Created {
  @ApiProperty({ description: 'Identifier of what was created.', format: 'uuid' })
  readonly id!: string;
}
