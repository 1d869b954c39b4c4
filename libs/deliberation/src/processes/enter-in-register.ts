import { Injectable } from '@nestjs/common';
import { registerStream, sessionStream } from '@registre/event-store';
import type { CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import {
  registerAggregate,
  registerYear,
  type RegisterEvent,
  type RegisterState,
} from '../register/register.js';
import { sessionAggregate, type AffairInSession, type SessionState } from '../session/session.js';
import { withoutExpectation } from './open-voting.js';

/**
 * A closed séance's affairs enter the register, in order, each on its sheet (R1). Follows SessionClosed; may be
 * run by several at once and any number of times.
 */
@Injectable()
export class EnterInRegister {
  constructor(private readonly runner: CommandRunner) {}

  async complete(context: CommandContext, session: string): Promise<void> {
    const { state } = await this.runner.load(sessionAggregate, sessionStream(context.authority, session));
    const { convened, closedAt } = state;
    if (convened === null || state.status !== 'closed' || closedAt === null) return;
    const year = registerYear(convened.date);
    await this.runner.change({
      aggregate: registerAggregate,
      stream: registerStream(context.authority, convened.body, year),
      context: withoutExpectation(context),
      session,
      occurredAt: closedAt,
      follows: `session-closed:${session}`,
      decide: (register) => enterSheets(register, session, state, convened.body, year),
    });
  }
}

/** The sheets of a closed séance: those that its source says, else one an affair after the register’s last, or unknown. */
export function enterSheets(
  register: RegisterState,
  session: string,
  state: SessionState,
  body: string,
  year: number,
): readonly RegisterEvent[] {
  if (register.sessions.includes(session)) return [];
  const opening: readonly RegisterEvent[] = register.opened
    ? []
    : [{ type: 'RegisterOpened', data: { body, year, firstSheet: 1 } }];
  const entries = extractable(state).map(({ id, order }, place) => ({
    affair: id,
    order,
    sheet: sheetOf(state, id, register.lastSheet + 1 + place),
  }));
  return [...opening, { type: 'SheetsEntered', data: { session, entries } }];
}

function sheetOf({ sheets, statedSheets }: SessionState, affair: string, next: number): number | null {
  if (sheets === 'to-be-numbered') return next;
  return statedSheets?.find((one) => one.affair === affair)?.sheet ?? null;
}

/** The affairs that were decided or noted, in their order; those without one stay where they were placed. */
function extractable(state: SessionState): readonly AffairInSession[] {
  const decided = state.affairs.filter(
    ({ outcome }) => outcome === 'adopted' || outcome === 'rejected' || outcome === 'noted',
  );
  const ordered = decided.every(({ order }) => order !== null);
  return ordered ? decided.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)) : decided;
}
