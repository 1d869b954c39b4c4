import { Controller, Post } from '@nestjs/common';

@Controller('api/v1/examples')
export class ExamplesController {
  @Post()
  load(): { authority: string } {
    return { authority: '200054807' };
  }
}
