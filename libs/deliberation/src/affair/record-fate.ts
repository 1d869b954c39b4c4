import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible, type LocalDate } from '@registre/platform';
import { Type } from 'class-transformer';
import { IsIn, IsUUID, ValidateNested } from 'class-validator';
import { CountsBody } from '../ballot/counted-body.js';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IfGiven, IsCalendarDate, IsText, OrNull } from '../command/validation.js';
import { notBeforeSession } from '../session/preconditions.js';
import { dateLong, fateLong } from '../wording/index.js';
import {
  FATE_KINDS,
  FATE_OF,
  UNDOING,
  type AffairEvent,
  type AffairState,
  type FateKind,
  type LaterAct,
} from './affair.js';
import { changeAffair } from './change-affair.js';
import { dayOfAct } from './decided-act.js';

export class RecordFateBody extends CommandBody {
  @IsIn(FATE_KINDS)
  readonly kind!: FateKind;

  /** Day of the act or judgment that does it; null: not known. */
  @OrNull()
  @IsCalendarDate()
  readonly on!: string | null;

  /** First day of its effect, where it is another day; null: the same day, or not known. */
  @OrNull()
  @IsCalendarDate()
  readonly effectiveFrom!: string | null;

  /** Number of the later act. */
  @OrNull()
  @IsText(200)
  readonly byNumber!: string | null;

  /** Id of the later affair, where the register holds it. */
  @OrNull()
  @IsUUID()
  readonly byAffair!: string | null;

  /** Who does it, e.g. the court. */
  @OrNull()
  @IsText(300)
  readonly by!: string | null;

  @OrNull()
  @IsText(2000)
  readonly note!: string | null;

  /** Of a corrected vote, and of it only: the tally as it now reads. */
  @IfGiven()
  @ValidateNested()
  @Type(() => CountsBody)
  readonly counts?: CountsBody;
}

export class RecordFate {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: RecordFateBody,
  ) {}
}

/** Records what became of an act later (R26). The act itself stays as it was decided, readable for ever. */
export function recordFate(
  state: AffairState,
  decidedOn: LocalDate,
  { affair, body }: RecordFate,
): readonly AffairEvent[] {
  if (body.byAffair === affair)
    throw impossible('fate.own-affair', 'Un acte ne décide pas de son propre sort.', 'byAffair');
  return [fateEvent(body, excuse(brokenBy(state, decidedOn, body), body.despite))];
}

function fateEvent(body: RecordFateBody, irregular: ReturnType<typeof excuse>): AffairEvent {
  const { kind, on, effectiveFrom, byNumber, byAffair, by, note, counts } = body;
  const later: LaterAct = { on, effectiveFrom, byNumber, byAffair, by, note };
  if (kind !== 'vote-rectified') {
    if (counts === undefined) return { type: EVENT_OF[kind], data: { ...later, ...irregular } };
    const message = 'Seul un vote corrigé a de nouveaux décomptes.';
    throw impossible('fate.counts', message, 'counts');
  }
  if (counts === undefined)
    throw impossible('fate.no-counts', 'Un vote corrigé dit ses nouveaux décomptes.', 'counts');
  const corrected = {
    for: counts.for ?? null,
    against: counts.against ?? null,
    abstentions: counts.abstentions ?? null,
    notTakingPart: counts.notTakingPart ?? null,
  };
  return { type: 'VoteRectified', data: { ...later, counts: corrected, ...irregular } };
}

type FateEvent = keyof typeof FATE_OF;

const EVENT_OF = Object.fromEntries(Object.entries(FATE_OF).map(([type, kind]) => [kind, type])) as {
  readonly [kind in Exclude<FateKind, 'vote-rectified'>]: FateEvent;
};

function brokenBy(state: AffairState, decidedOn: LocalDate, { kind, on, by }: RecordFateBody): BrokenRule[] {
  const undone = state.fates.find((fate) => UNDOING.includes(fate.kind));
  const broken: BrokenRule[] = [];
  if (on !== null) broken.push(...notBeforeSession('R26.order', decidedOn, on), ...notBeforeFates(state, on));
  if (undone !== undefined) {
    const message = `L’acte ${fateLong(undone.kind)} : rien ne peut plus lui arriver.`;
    broken.push({ rule: 'R26.after-undoing', message, field: 'kind' });
  }
  if (kind === 'annulled' && by === null) {
    const message = 'Une annulation est le fait d’un juge, qui n’est pas nommé.';
    broken.push({ rule: 'R26.court', message, field: 'by' });
  }
  return broken;
}

function notBeforeFates({ fates }: AffairState, on: LocalDate): BrokenRule[] {
  const last = fates.reduce<LocalDate | null>(
    (latest, fate) => (fate.on !== null && (latest === null || fate.on > latest) ? fate.on : latest),
    null,
  );
  if (last === null || on >= last) return [];
  const message = `Le ${dateLong(on)} est avant une suite déjà enregistrée, du ${dateLong(last)}.`;
  return [{ rule: 'R26.order', message, field: 'on' }];
}

@CommandHandler(RecordFate)
export class RecordFateHandler implements ICommandHandler<RecordFate, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: RecordFate): Promise<Accepted> {
    const decidedOn = await dayOfAct(this.runner, command);
    return changeAffair(this.runner, command, (state) => recordFate(state, decidedOn, command));
  }
}
