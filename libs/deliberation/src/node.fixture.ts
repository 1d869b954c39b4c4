import { createHash } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { Clock, newId, Refusal } from '@registre/platform';
import { EventStore } from '@registre/event-store';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ExtractRenderer, type ExtractSubject, type RenderedExtract } from './affair/extract-renderer.js';
import type { FileReference } from './affair/file-reference.js';
import { LongTexts } from './affair/long-texts.js';
import { StoredContents } from './affair/stored-contents.js';
import { TemplateCheck } from './body/template-check.js';
import type { CommandContext } from './command/command-context.js';
import { CommandRunner } from './command/command-runner.js';
import { DeliberationModule } from './deliberation.module.js';
import { CloseBallotInSession } from './processes/close-ballot.js';
import { CompleteErasure } from './processes/complete-erasure.js';
import { EnterInRegister } from './processes/enter-in-register.js';
import { OtherSessions } from './session/other-sessions.js';
import { OpenVoting } from './processes/open-voting.js';
import { VoidBallotInSession } from './processes/void-ballot.js';

/** A clock that stands where it is set. */
export class StoppedClock extends Clock {
  constructor(public instant = '2024-04-02T08:00:00.000Z') {
    super();
  }
  override now(): Date {
    return new Date(this.instant);
  }
}

const fileOf = (text: string): FileReference => ({
  id: createHash('sha256').update(text).digest('hex'),
  salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
  size: Buffer.byteLength(text),
});

/** Prints what it was given, and lets a test look at it or come between. */
export class PlainRenderer extends ExtractRenderer {
  readonly printed: { subject: ExtractSubject; template: string }[] = [];
  meanwhile: () => Promise<unknown> = () => Promise.resolve();

  override async render(subject: ExtractSubject, template: string): Promise<RenderedExtract> {
    this.printed.push({ subject, template });
    await this.meanwhile();
    const text = `${template} ${JSON.stringify(subject.paper)}`;
    return { template: fileOf(template), variables: fileOf(JSON.stringify(subject)), text: fileOf(text) };
  }
}

class AnyTemplate extends TemplateCheck {
  override check(): void {}
}

/** Texts of a few words stay as they are; longer ones go to a file. */
class TextsInMemory extends LongTexts {
  private readonly files = new Map<string, string>();

  override async keep(_authority: string, text: string): Promise<string | FileReference> {
    if (text.length <= 1_000) return text;
    const file = fileOf(text);
    this.files.set(file.id, text);
    return file;
  }
  override async read(_authority: string, kept: string | FileReference): Promise<string> {
    return typeof kept === 'string' ? kept : (this.files.get(kept.id) ?? '');
  }
}

/** Remembers what it was asked to take away, and fails while the disk is said to be away. */
export class Shelf extends StoredContents {
  readonly erased: string[] = [];
  isAway = false;

  override async erase(_authority: string, content: string): Promise<void> {
    if (this.isAway) throw new Error('the disk is away');
    this.erased.push(content);
  }
}

/** Nothing is known of other séances. */
class NoOtherSessions extends OtherSessions {
  override async earlierProxies(): Promise<null> {
    return null;
  }
  override async failedSession(): Promise<null> {
    return null;
  }
  override async lastAgendaOf(): Promise<null> {
    return null;
  }
}

/** One process of the register: its own memory, over a store that others may share. */
export async function startNode(store: EventStore, clock = new StoppedClock()) {
  const renderer = new PlainRenderer();
  const shelf = new Shelf();
  const ports = [
    { provide: EventStore, useValue: store },
    { provide: Clock, useValue: clock },
    { provide: ExtractRenderer, useValue: renderer },
    { provide: TemplateCheck, useValue: new AnyTemplate() },
    { provide: OtherSessions, useValue: new NoOtherSessions() },
    { provide: LongTexts, useValue: new TextsInMemory() },
    { provide: StoredContents, useValue: shelf },
  ];
  @Global()
  @Module({ providers: ports, exports: ports.map(({ provide }) => provide) })
  class Ports {}
  const module = await Test.createTestingModule({
    imports: [DeliberationModule.register([Ports])],
  }).compile();
  await module.init();
  const commands = module.get(CommandBus, { strict: false });
  return {
    renderer,
    shelf,
    runner: module.get(CommandRunner, { strict: false }),
    execute: <Answer>(command: object): Promise<Answer> => commands.execute(command),
    openVoting: module.get(OpenVoting, { strict: false }),
    closeBallot: module.get(CloseBallotInSession, { strict: false }),
    voidBallot: module.get(VoidBallotInSession, { strict: false }),
    enterInRegister: module.get(EnterInRegister, { strict: false }),
    completeErasure: module.get(CompleteErasure, { strict: false }),
  };
}
export type Node = Awaited<ReturnType<typeof startNode>>;

/** A body as the HTTP interface makes it: an instance of its class, all the way down, and valid. */
export function bodyOf<Body extends object>(type: new () => Body, plain: object): Body {
  const body = plainToInstance(type, plain);
  const faults = validateSync(body, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length > 0) throw new Error(`invalid ${type.name}: ${faults.map(String).join()}`);
  return body;
}

/** A request of the clerk's; with a key, its hash is that of the body unless another is given. */
export function request(
  key?: string,
  known: Partial<CommandContext> & { readonly body?: unknown } = {},
): CommandContext {
  const { body, ...context } = known;
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex');
  return {
    authority: 'valmont',
    actor: 'greffe',
    correlationId: newId(),
    ...(key === undefined ? {} : { idempotencyKey: key, bodyHash }),
    ...context,
  };
}

/** How what was asked was refused. */
export async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  const answer = await asked.then(
    (accepted) => new Error(`accepted: ${JSON.stringify(accepted)}`),
    (error: unknown) => error,
  );
  if (answer instanceof Refusal) return answer;
  throw answer;
}
