import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IsCount, OrNull } from '../command/validation.js';
import { tallyOf } from '../rules/tally.js';
import type { BallotEvent, BallotState } from './ballot.js';
import { changeBallot } from './change-ballot.js';
import { CountedBody, countsOf } from './counted-body.js';
import { candidatesOf, requireWithinRoll, seatsBroken, statedBroken } from './counting.js';
import { requireSecret, requireUncounted, requireVoting } from './preconditions.js';
import { NO_NAMES, type Papers, type StatedResult } from './tally.js';

/** The totals of the box; null: not known. */
export class RecordSecretTallyBody extends CountedBody {
  /** Papers found in the box. */
  @OrNull()
  @IsCount()
  readonly found!: number | null;

  @OrNull()
  @IsCount()
  readonly blank!: number | null;

  @OrNull()
  @IsCount()
  readonly nullVotes!: number | null;

  /** Blank and null together, where only their sum is known. */
  @OrNull()
  @IsCount()
  readonly blankOrNull!: number | null;
}

export class RecordSecretTally {
  constructor(
    readonly context: CommandContext,
    readonly ballot: string,
    readonly body: RecordSecretTallyBody,
  ) {}
}

/**
 * Records the totals of a secret ballot held on paper. More papers than voters is impossible; sums that disagree
 * are irregular (R17).
 */
export function recordSecretTally(state: BallotState, { body }: RecordSecretTally): readonly BallotEvent[] {
  requireVoting(state);
  requireSecret(state);
  requireUncounted(state);
  const { found, blank, nullVotes, blankOrNull, expressed = null, majority = null } = body;
  const papers: Papers = { found, blank, nullVotes, blankOrNull };
  const stated: StatedResult | null =
    expressed === null && majority === null ? null : { expressed, majority };
  const counts = countsOf(body.counts);
  const candidates = candidatesOf(state, body.candidates ?? null);
  requireWithinRoll(state, { counts, candidates, papers });
  const given = { counts, named: NO_NAMES, candidates, papers, stated, rest: null };
  const roll = state.roll ?? { seats: null, size: null, exact: false };
  const tally = tallyOf(given, roll, state.positions);
  const broken = [
    ...papersBroken(papers, tally.expressed ?? expressed, state.signed.length),
    ...statedBroken(stated, tally.expressed),
    ...seatsBroken(state, candidates),
  ];
  const irregular = excuse(broken, body.despite);
  return [{ type: 'SecretTallyRecorded', data: { papers, counts, candidates, stated, ...irregular } }];
}

function papersBroken(papers: Papers, expressed: number | null, signed: number): BrokenRule[] {
  const { found, blank, nullVotes, blankOrNull } = papers;
  const broken = (message: string, field: string): BrokenRule => ({ rule: 'R17.papers', message, field });
  const sum = blank === null || nullVotes === null ? null : blank + nullVotes;
  const empty = blankOrNull ?? sum;
  const all = expressed === null || empty === null ? null : expressed + empty;
  return [
    ...(sum !== null && blankOrNull !== null && sum !== blankOrNull
      ? [broken(`Blancs et nuls font ${sum} et leur total est dit ${blankOrNull}.`, 'blankOrNull')]
      : []),
    ...(found !== null && all !== null && all !== found
      ? [broken(`Exprimés, blancs et nuls font ${all} pour ${found} bulletins trouvés.`, 'found')]
      : []),
    ...(found !== null && signed > 0 && signed !== found
      ? [broken(`${found} bulletins trouvés pour ${signed} émargements.`, 'found')]
      : []),
  ];
}

@CommandHandler(RecordSecretTally)
export class RecordSecretTallyHandler implements ICommandHandler<RecordSecretTally, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RecordSecretTally): Promise<Accepted> {
    return changeBallot(this.runner, command, (voting) => recordSecretTally(voting, command));
  }
}
