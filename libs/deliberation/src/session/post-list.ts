import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible, type LocalDate } from '@registre/platform';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsCalendarDate, OrNull } from '../command/validation.js';
import { lateness, listDueOn } from '../rules/delays.js';
import { changeSession } from './change-session.js';
import { notBeforeSession, regimeOfSession, requireClosed } from './preconditions.js';
import type { SessionEvent, SessionState } from './session.js';

export class PostListBody extends CommandBody {
  /** Day on which it was posted and put online; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;
}

export class PostList {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: PostListBody,
  ) {}
}

/** The list of the deliberations examined is posted, within a week (L2121-25; before July 2022 a summary, R23). */
export function postList(state: SessionState, { body }: PostList): readonly SessionEvent[] {
  const { date } = requireClosed(state);
  if (state.list !== null)
    throw impossible('list.posted', 'L’affichage de la liste des délibérations est déjà enregistré.');
  const { on } = body;
  const broken = on === null ? [] : [...notBeforeSession('R23.order', date, on), ...late(state, date, on)];
  return [{ type: 'ListPosted', data: { on, ...excuse(broken, body.despite) } }];
}

function late(state: SessionState, date: LocalDate, on: LocalDate): readonly BrokenRule[] {
  const due = listDueOn(regimeOfSession(state), date);
  if (due === undefined || on <= due.day) return [];
  return [{ rule: 'R23.list-late', message: lateness(due, on), field: 'on' }];
}

@CommandHandler(PostList)
export class PostListHandler implements ICommandHandler<PostList, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: PostList): Promise<Accepted> {
    return changeSession(this.runner, command, (state) => postList(state, command));
  }
}
