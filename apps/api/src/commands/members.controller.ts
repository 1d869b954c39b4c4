import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AdoptRules,
  AdoptRulesBody,
  AssignOffice,
  AssignOfficeBody,
  MergeMembers,
  MergeMembersBody,
  UnseatMember,
  UnseatMemberBody,
  type Accepted,
  type CommandContext,
} from '@registre/deliberation';
import { Context } from '../http/command-context.js';
import { BodyKeyParameter, RefParameter } from '../http/parameters.js';
import { AcceptedAnswer } from './answers.js';

/** What becomes of a body's members, and its own rules. */
@ApiTags('authority')
@Controller('api/v1/:authority/bodies/:body')
export class MembersController {
  constructor(private readonly commands: CommandBus) {}

  @Post('members/:member/unseating')
  @HttpCode(200)
  @ApiOperation({ operationId: 'unseatMember', summary: 'A mandate ends' })
  @ApiOkResponse({ type: AcceptedAnswer })
  unseat(
    @Context() context: CommandContext,
    @Param('body', BodyKeyParameter) key: string,
    @Param('member', new RefParameter('member')) member: string,
    @Body() body: UnseatMemberBody,
  ): Promise<Accepted> {
    return this.commands.execute(new UnseatMember(context, key, member, body));
  }

  @Post('members/:member/office')
  @HttpCode(200)
  @ApiOperation({ operationId: 'assignOffice', summary: 'A member takes an office, or gives it up' })
  @ApiOkResponse({ type: AcceptedAnswer })
  office(
    @Context() context: CommandContext,
    @Param('body', BodyKeyParameter) key: string,
    @Param('member', new RefParameter('member')) member: string,
    @Body() body: AssignOfficeBody,
  ): Promise<Accepted> {
    return this.commands.execute(new AssignOffice(context, key, member, body));
  }

  @Post('merges')
  @HttpCode(200)
  @ApiOperation({ operationId: 'mergeMembers', summary: 'Two refs were one person' })
  @ApiOkResponse({ type: AcceptedAnswer })
  merge(
    @Context() context: CommandContext,
    @Param('body', BodyKeyParameter) key: string,
    @Body() body: MergeMembersBody,
  ): Promise<Accepted> {
    return this.commands.execute(new MergeMembers(context, key, body));
  }

  @Post('rules')
  @HttpCode(200)
  @ApiOperation({ operationId: 'adoptRules', summary: 'The body adopts its own rules' })
  @ApiOkResponse({ type: AcceptedAnswer })
  rules(
    @Context() context: CommandContext,
    @Param('body', BodyKeyParameter) key: string,
    @Body() body: AdoptRulesBody,
  ): Promise<Accepted> {
    return this.commands.execute(new AdoptRules(context, key, body));
  }
}
