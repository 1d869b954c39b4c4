import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AdoptTemplate,
  AdoptTemplateBody,
  ConstituteBody,
  ConstituteBodyBody,
  DescribeAuthority,
  OpenRegister,
  OpenRegisterBody,
  RegisterAuthority,
  RegisterAuthorityBody,
  SeatMembers,
  SeatMembersBody,
  type Accepted,
  type CommandContext,
} from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { BodyKeyParameter } from '../http/parameters.js';
import { AcceptedAnswer } from './answers.js';

@ApiTags('authority')
@Controller('api/v1/:authority')
export class AuthoritiesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'registerAuthority', summary: 'Registers an authority and opens its log' })
  @ApiOkResponse({ type: AcceptedAnswer })
  register(@Context() context: CommandContext, @Body() body: RegisterAuthorityBody): Promise<Accepted> {
    return this.commands.execute(new RegisterAuthority(context, body));
  }

  @Post('description')
  @HttpCode(200)
  @ApiOperation({ operationId: 'describeAuthority', summary: 'Describes the authority anew' })
  @ApiOkResponse({ type: AcceptedAnswer })
  describe(@Context() context: CommandContext, @Body() body: RegisterAuthorityBody): Promise<Accepted> {
    return this.commands.execute(new DescribeAuthority(context, body));
  }

  @Post('bodies')
  @HttpCode(200)
  @ApiOperation({ operationId: 'constituteBody', summary: 'Constitutes an assembly' })
  @ApiOkResponse({ type: AcceptedAnswer })
  constitute(@Context() context: CommandContext, @Body() body: ConstituteBodyBody): Promise<Accepted> {
    return this.commands.execute(new ConstituteBody(context, body));
  }

  @Post('bodies/:body/members')
  @HttpCode(200)
  @ApiOperation({ operationId: 'seatMembers', summary: 'Seats members' })
  @ApiOkResponse({ type: AcceptedAnswer })
  seat(
    @Context() context: CommandContext,
    @Param('body', BodyKeyParameter) key: string,
    @Body() body: SeatMembersBody,
  ): Promise<Accepted> {
    return this.commands.execute(new SeatMembers(context, key, body));
  }

  @Post('registers')
  @HttpCode(201)
  @ApiOperation({ operationId: 'openRegister', summary: 'Opens a body’s register of a year at a sheet' })
  @ApiCreatedResponse({ type: AcceptedAnswer })
  openRegister(@Context() context: CommandContext, @Body() body: OpenRegisterBody): Promise<Accepted> {
    return this.commands.execute(new OpenRegister(context, body));
  }

  @Post('bodies/:body/template')
  @HttpCode(200)
  @ApiOperation({ operationId: 'adoptTemplate', summary: 'Adopts the template of the extracts, in Liquid' })
  @ApiOkResponse({ type: AcceptedAnswer })
  template(
    @Context() context: CommandContext,
    @Param('body', BodyKeyParameter) key: string,
    @Body() body: AdoptTemplateBody,
  ): Promise<Accepted> {
    return this.commands.execute(new AdoptTemplate(context, key, body));
  }
}
