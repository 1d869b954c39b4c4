import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { impossible } from '@registre/platform';
import { IsIn, Matches } from 'class-validator';
import { CommandBody } from '../command/command-body.js';
import type { Accepted, CommandContext } from '../command/command-context.js';
import { CommandRunner } from '../command/command-runner.js';
import { excuse } from '../command/irregularity.js';
import { IsText, OrNull } from '../command/validation.js';
import { CONTENT_KINDS, type AffairEvent, type AffairState, type ContentKind } from './affair.js';
import { changeAffair, sessionOfAffair } from './change-affair.js';

export class EraseContentBody extends CommandBody {
  @IsIn(CONTENT_KINDS)
  readonly what!: ContentKind;

  /** Name of the content in the file store, as the dossier shows it; null: the only one of that kind. */
  @OrNull()
  @Matches(/^[0-9a-f]{64}$/)
  readonly content!: string | null;

  /** The text of law, or the decision, that asks it. */
  @IsText(1000)
  readonly basis!: string;
}

export class EraseContent {
  constructor(
    readonly context: CommandContext,
    readonly session: string,
    readonly affair: string,
    readonly body: EraseContentBody,
  ) {}
}

/**
 * Erases a content of the file store (R27). The event comes first: the bytes are then taken away by a process, so
 * that a crash in between leaves a line on the to-do list, and never bytes that nobody knows are missing.
 */
export function eraseContent(state: AffairState, { body }: EraseContent): readonly AffairEvent[] {
  const { what, basis } = body;
  const content = contentToErase(state, body);
  return [{ type: 'ContentErased', data: { what, content, basis, ...excuse([], body.despite) } }];
}

function contentToErase(state: AffairState, { what, content }: EraseContentBody): string {
  const erased = new Set(state.erasures.map((one) => one.content));
  const ofKind = state.contents.filter((one) => one.what === what).map(({ file }) => file.id);
  const there = ofKind.filter((id) => !erased.has(id));
  if (content !== null) {
    if (erased.has(content)) throw alreadyErased();
    if (there.includes(content)) return content;
    throw impossible('content.unknown', 'Cette affaire ne tient aucun contenu de ce nom.', 'content');
  }
  const [only, ...others] = there;
  if (others.length > 0) {
    const message = `Il y a ${there.length} contenus de cette sorte : dites lequel.`;
    throw impossible('content.which', message, 'content');
  }
  if (only !== undefined) return only;
  if (ofKind.length > 0) throw alreadyErased();
  throw what === 'report' && typeof state.report?.text === 'string'
    ? inTheLog()
    : impossible('content.none', 'Aucun contenu de cette sorte n’est gardé pour cette affaire.', 'what');
}

const alreadyErased = () => impossible('content.erased', 'Ce contenu est déjà effacé.', 'content');

const inTheLog = () =>
  impossible(
    'content.in-the-log',
    'Ce texte de moins de 64 Kio est écrit dans le journal lui-même, qui ne s’efface pas : seul ce qui est gardé dans le dépôt de fichiers peut l’être.',
    'what',
  );

@CommandHandler(EraseContent)
export class EraseContentHandler implements ICommandHandler<EraseContent, Accepted> {
  constructor(private readonly runner: CommandRunner) {}

  async execute(command: EraseContent): Promise<Accepted> {
    await sessionOfAffair(this.runner, command);
    return changeAffair(this.runner, command, (state) => eraseContent(state, command));
  }
}
