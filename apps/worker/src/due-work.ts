import { Injectable, Logger } from '@nestjs/common';
import {
  CloseBallotInSession,
  CompleteErasure,
  EnterInRegister,
  OpenVoting,
  VoidBallotInSession,
  type CommandContext,
} from '@registre/deliberation';
import { newId } from '@registre/platform';
import { ReadModels, type DueWork } from '@registre/projections';

/** Does what follows from events in other streams, as the read model « due » lists it. */
@Injectable()
export class DueWorker {
  private readonly logger = new Logger(DueWorker.name);
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();

  constructor(
    private readonly readModels: ReadModels,
    private readonly openVoting: OpenVoting,
    private readonly closeBallot: CloseBallotInSession,
    private readonly voidBallot: VoidBallotInSession,
    private readonly enterInRegister: EnterInRegister,
    private readonly completeErasure: CompleteErasure,
  ) {}

  /**
   * Does all that is due for an authority. Called while it is at work, it looks once more when it is done: what
   * became due meanwhile is not left.
   */
  async run(authority: string): Promise<void> {
    const atWork = this.running.get(authority);
    if (atWork !== undefined) {
      this.again.add(authority);
      return atWork;
    }
    const work = this.untilDone(authority).finally(() => this.running.delete(authority));
    this.running.set(authority, work);
    return work;
  }

  private async untilDone(authority: string): Promise<void> {
    do {
      this.again.delete(authority);
      for (const due of (await this.readModels.dueWork(authority)) ?? []) await this.attempt(authority, due);
    } while (this.again.has(authority));
  }

  // One piece of work that cannot be done keeps no other from being done; it stays listed as due.
  private async attempt(authority: string, due: DueWork): Promise<void> {
    try {
      await this.complete(authority, due);
    } catch (error) {
      this.logger.error(`${due.process} of ${due.subject} (${authority}): ${(error as Error).message}`);
    }
  }

  private async complete(authority: string, { process, subject }: DueWork): Promise<void> {
    const context: CommandContext = { authority, actor: 'registre', correlationId: newId() };
    switch (process) {
      case 'enter-in-register':
        return this.enterInRegister.complete(context, subject);
      case 'open-voting': {
        const [session = '', ballot = ''] = subject.split('/');
        return this.openVoting.complete(context, session, ballot);
      }
      case 'close-ballot':
        await this.closeBallot.complete(context, subject);
        return;
      case 'complete-erasure': {
        const [affair = '', content = ''] = subject.split('/');
        return this.completeErasure.complete(context, affair, content);
      }
      case 'void-ballot':
        await this.voidBallot.complete(context, subject);
        return;
      default:
        throw new Error(`no such process: ${process}`);
    }
  }
}
