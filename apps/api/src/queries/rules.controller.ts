import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { regimeOf, rulesOn, type RulesOn } from '@registre/deliberation';
import { Clock, localParts } from '@registre/platform';
import { view } from '../openapi/view.js';
import { RulesQuery } from './query-parameters.js';

/** The law as this register applies it: the same for everybody, whatever the authority. */
@ApiTags('register')
@Controller('api/v1/rules')
export class RulesController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @ApiOperation({
    operationId: 'rules',
    summary: 'The rules that apply on a day to a kind of authority, each with its article',
  })
  @ApiOkResponse(view('RulesView'))
  rules(@Query() { on, kind, body, population, department }: RulesQuery): RulesOn {
    return rulesOn({
      on: on ?? localParts(this.clock.now(), 'Europe/Paris').date,
      regime: regimeOf(kind ?? null, body),
      population: population ?? null,
      department: department ?? null,
    });
  }
}
