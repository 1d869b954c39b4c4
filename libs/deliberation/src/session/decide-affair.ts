import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { affairStream } from '@registre/event-store';
import { impossible } from '@registre/platform';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { affairAggregate, type Report } from '../affair/affair.js';
import type { BallotOutcome } from '../ballot/tally.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsText } from '../command/validation.js';
import { outcomeLong } from '../wording/index.js';
import { changeSession } from './change-session.js';
import { calledAffair, regimeOfSession, requireNoOpenBallot, requireSitting } from './preconditions.js';
import type { BallotInSession, SessionEvent, SessionState } from './session.js';

export class DecideAffairBody extends CommandBody {
  @IsIn(['adopted', 'rejected'])
  readonly outcome!: 'adopted' | 'rejected';

  /** The result in the chair's own words; null or absent: unknown. */
  @IsOptional()
  @IsText(2000)
  readonly proclaimed?: string | null;

  /** The ballots that decide it; absent: its only one. Null: held without a known ballot. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1)
  @IsUUID(undefined, { each: true })
  readonly decidingBallots?: string[] | null;
}

export class DecideAffair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: DecideAffairBody,
  ) {}
}

/**
 * Decides an affair. Declared and computed outcomes are kept apart; one that differs from what the votes give, or
 * were declared to give where they cannot be counted, is irregular (R14, R18); so is what a bureau decides citing no
 * delegation (L5211-10, R5).
 *
 * @param report the affair's; null: not known, and nothing is said of what it cites
 */
export function decideAffair(
  state: SessionState,
  report: Report | null,
  { affair, body }: DecideAffair,
): readonly SessionEvent[] {
  requireSitting(state);
  requireNoOpenBallot(state);
  calledAffair(state, affair);
  const deciding = decidingBallotsOf(state, affair, body.decidingBallots);
  const computed = outcomeOf(deciding, ({ computed: result }) => result?.outcome ?? null);
  const given = outcomeOf(deciding, (closed) => closed.computed?.outcome ?? closed.declared.outcome);
  const broken = [...disagreement(given, body.outcome), ...undelegated(state, report)];
  const irregular = excuse(broken, body.despite);
  return [
    {
      type: 'AffairDecided',
      data: {
        affair,
        outcome: body.outcome,
        proclaimed: body.proclaimed ?? null,
        computed,
        decidingBallots: deciding.length === 0 ? null : deciding.map(({ id }) => id),
        ...irregular,
      },
    },
  ];
}

function disagreement(given: 'adopted' | 'rejected' | null, declared: 'adopted' | 'rejected'): BrokenRule[] {
  if (given === null || given === declared) return [];
  const message = `Le vote donne « ${outcomeLong(given)} » et il est déclaré « ${outcomeLong(declared)} ».`;
  return [{ rule: 'R14.outcome', message, field: 'outcome' }];
}

function undelegated(state: SessionState, report: Report | null): BrokenRule[] {
  if (report === null || regimeOfSession(state) !== 'B' || citesDelegation(report)) return [];
  const message = 'Le bureau décide par délégation, et l’acte n’en cite aucune (L5211-10).';
  return [{ rule: 'R5.delegation', message }];
}

const citesDelegation = ({ delegation, citations }: Report): boolean =>
  delegation !== null || citations?.some((citation) => /délégation/i.test(citation)) === true;

function decidingBallotsOf(
  state: SessionState,
  affair: string,
  named: readonly string[] | null | undefined,
): readonly BallotInSession[] {
  const held = state.ballots.filter(
    (ballot) => ballot.affair === affair && ballot.closed !== null && ballot.voided === null,
  );
  if (named === null || (named === undefined && held.length === 0)) return [];
  if (named === undefined) {
    if (held.length === 1) return held;
    const message = 'Plusieurs scrutins ont porté sur cette affaire : dites lequel décide.';
    throw impossible('decision.which-ballot', message, 'decidingBallots');
  }
  return named.map((id) => {
    const ballot = held.find((one) => one.id === id);
    if (ballot !== undefined) return ballot;
    const message = 'Ce scrutin n’est pas un scrutin clos de cette affaire.';
    throw impossible('decision.not-its-ballot', message, 'decidingBallots');
  });
}

function outcomeOf(
  deciding: readonly BallotInSession[],
  read: (closed: NonNullable<BallotInSession['closed']>) => BallotOutcome | null,
): 'adopted' | 'rejected' | null {
  const outcomes = deciding.map(({ closed }) => closed && read(closed));
  if (outcomes.length === 0 || outcomes.includes(null)) return null;
  return outcomes.every((outcome) => outcome === 'adopted' || outcome === 'elected') ? 'adopted' : 'rejected';
}

@CommandHandler(DecideAffair)
export class DecideAffairHandler implements ICommandHandler<DecideAffair, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: DecideAffair): Promise<Accepted> {
    const { context, affair } = command;
    const { state: paper } = await this.runner.load(affairAggregate, affairStream(context.authority, affair));
    return changeSession(this.runner, command, (state) => decideAffair(state, paper.report, command));
  }
}
