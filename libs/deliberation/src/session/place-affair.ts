import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { affairStream, sessionStream } from '@registre/event-store';
import { impossible, notFound } from '@registre/platform';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { affairAggregate } from '../affair/affair.js';
import { CommandBody } from '../command/command-body.js';
import { idOfCreated, type CommandContext, type Created } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse, type BrokenRule } from '../command/irregularity.js';
import { IfGiven, IsText } from '../command/validation.js';
import { changeSession } from './change-session.js';
import { OtherSessions, type FailedSession } from './other-sessions.js';
import { affairOf, convened, requireNoOpenBallot, requireNotOver } from './preconditions.js';
import { sessionAggregate, type SessionEvent, type SessionState } from './session.js';

export class PlaceAffairBody extends CommandBody {
  @IsText(2000)
  readonly subject!: string;

  /** Place in the séance, from 1; null or absent: unknown. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly order?: number | null;

  /** Identity inside the séance; absent: the next free number. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  readonly key?: string | null;

  /** An affair that an earlier séance postponed or did not come to: it keeps its paper and its number. */
  @IfGiven()
  @IsUUID()
  readonly affair?: string;
}

export class PlaceAffair {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly body: PlaceAffairBody,
  ) {}
}

/** What is known elsewhere of an affair that is to be placed. */
export interface Placing {
  /** The affair's id: a new one, or that of one carried over. */
  readonly affair: string;
  /** Its key in the séance that it comes from, kept where it is free; null: a new affair. */
  readonly key: string | null;
  /** Of a séance on second convocation: what stood on the agenda of the first; null: not known. */
  readonly first: FailedSession | null;
}

/**
 * Puts an affair on the agenda; once the séance is open it is an irregularity, and it happens (R12). A second
 * convocation is for the first agenda only (R8).
 */
export function placeAffair(
  state: SessionState,
  placing: Placing,
  { body }: PlaceAffair,
): readonly SessionEvent[] {
  requireNotOver(state);
  requireNoOpenBallot(state);
  const { affair } = placing;
  const order = body.order ?? null;
  if (state.affairs.some(({ id }) => id === affair)) {
    throw impossible('affair.placed', 'Cette affaire est déjà à l’ordre du jour de la séance.', 'affair');
  }
  if (order !== null && state.affairs.some((one) => one.order === order)) {
    throw impossible('affair.order-taken', `Une affaire porte déjà le numéro d’ordre ${order}.`, 'order');
  }
  const keys = new Set(state.affairs.map(({ key }) => key));
  if (body.key && keys.has(body.key)) {
    throw impossible('affair.key-taken', `Une affaire porte déjà la clé « ${body.key} ».`, 'key');
  }
  const kept = placing.key !== null && !keys.has(placing.key) ? placing.key : nextKey(keys);
  const irregular = excuse(brokenByPlacing(state, placing, body), body.despite);
  const data = { affair, key: body.key ?? kept, order, subject: body.subject, ...irregular };
  return [{ type: 'AffairPlacedOnAgenda', data }];
}

function brokenByPlacing(
  state: SessionState,
  { affair, first }: Placing,
  { subject }: PlaceAffairBody,
): BrokenRule[] {
  const broken: BrokenRule[] = [];
  if (state.status === 'open') {
    const message = 'L’affaire ne figurait pas à l’ordre du jour de la convocation (L2121-10).';
    broken.push({ rule: 'R12.added-during-session', message });
  }
  const onFirst = (one: FailedSession['agenda'][number]) => one.affair === affair || one.subject === subject;
  if (first !== null && !first.agenda.some(onFirst)) {
    const message =
      'L’affaire ne figurait pas à l’ordre du jour de la première séance, restée sans quorum (L2121-17).';
    broken.push({ rule: 'R8.agenda', message, field: 'subject' });
  }
  return broken;
}

/**
 * An affair as a séance leaves it to a later one: postponed there, or not dealt with when it was over.
 *
 * @returns its key there
 * @throws Refusal for one that was dealt with, or is still to be
 */
export function carriedOver(earlier: SessionState, id: string): string {
  const { key, outcome } = affairOf(earlier, id);
  if (outcome === 'postponed') return key;
  if (outcome !== null) {
    throw impossible('affair.dealt-with', 'Cette affaire a déjà été traitée par une autre séance.', 'affair');
  }
  if (earlier.status !== 'closed' && earlier.status !== 'not-quorate') {
    const message = 'Cette affaire est à l’ordre du jour d’une autre séance, qui n’est pas levée.';
    throw impossible('affair.on-another-agenda', message, 'affair');
  }
  return key;
}

function nextKey(taken: ReadonlySet<string>): string {
  let candidate = taken.size + 1;
  while (taken.has(String(candidate))) candidate += 1;
  return String(candidate);
}

@CommandHandler(PlaceAffair)
export class PlaceAffairHandler implements ICommandHandler<PlaceAffair, Created> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly otherSessions: OtherSessions,
  ) {}

  async execute(command: PlaceAffair): Promise<Created> {
    const id = command.body.affair ?? idOfCreated(command.context, 'affair');
    const placing = { affair: id, key: await this.keyOf(command), first: await this.firstOf(command) };
    const accepted = await changeSession(this.runner, command, (state) =>
      placeAffair(state, placing, command),
    );
    return { ...accepted, id };
  }

  /** The key of an affair that is carried over; null: a new affair. @throws Refusal unless it may be */
  private async keyOf({ context, session, body: { affair } }: PlaceAffair): Promise<string | null> {
    if (affair === undefined) return null;
    const { authority } = context;
    const last =
      (await this.otherSessions.lastAgendaOf(authority, affair)) ??
      (await this.runner.load(affairAggregate, affairStream(authority, affair))).state.session;
    if (last === null) throw notFound('unknown-affair', 'Cette affaire n’existe pas.');
    if (last === session) return null;
    const { state } = await this.runner.load(sessionAggregate, sessionStream(authority, last));
    return carriedOver(state, affair);
  }

  private async firstOf({ context: { authority }, session }: PlaceAffair): Promise<FailedSession | null> {
    const { state } = await this.runner.load(sessionAggregate, sessionStream(authority, session));
    const { body, secondConvocationOf: on } = convened(state);
    if (on === null) return null;
    const first = await this.otherSessions.failedSession({ authority, body, on });
    return first === 'none' ? null : first;
  }
}
