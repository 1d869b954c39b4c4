import { Injectable } from '@nestjs/common';
import {
  affairStream,
  bodyStream,
  EventStore,
  numberStream,
  registerStream,
  sessionStream,
} from '@registre/event-store';
import { bodyAggregate, type BodyEvent } from '../body/body.js';
import { CommandRunner } from '../command/command-runner.js';
import type { Irregularity } from '../command/irregularity.js';
import { numberScope, type NumberEvent } from '../register/number.js';
import { registerAggregate, registerYear } from '../register/register.js';
import { convened } from '../session/preconditions.js';
import { sessionAggregate, type SessionState } from '../session/session.js';
import { affairAggregate } from './affair.js';
import type { ExtractSubject } from './extract-renderer.js';

/** Gathers from the streams what an extract is printed from. */
@Injectable()
export class ExtractSubjects {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  /** The séance, the paper and the sheet of an affair, as they stand now. */
  async of(authority: string, session: string, affair: string): Promise<ExtractSubject> {
    const { state } = await this.runner.load(sessionAggregate, sessionStream(authority, session));
    const { state: paper } = await this.runner.load(affairAggregate, affairStream(authority, affair));
    const sheet = await this.sheetOf(authority, state, affair);
    const ofNumber = await this.irregularitiesOfNumber(authority, session, state, affair, paper.number);
    return { authority, affair, sheet, session: state, paper, ofNumber };
  }

  /** The text of the template that the séance took from its body, else of the one in force now; null: none. */
  async template(authority: string, session: SessionState): Promise<string | null> {
    const { body, bodyAtSession } = convened(session);
    const stream = bodyStream(authority, body);
    const { state } = await this.runner.load(bodyAggregate, stream);
    const revision = bodyAtSession.template?.revision ?? state.template?.revision;
    if (revision === undefined) return null;
    if (revision === state.template?.revision) return state.template.text;
    for await (const [event] of this.store.readStream(stream, { from: revision, limit: 1 })) {
      const adopted = event as unknown as BodyEvent | undefined;
      if (adopted?.type === 'TemplateAdopted') return adopted.data.text;
    }
    throw new Error(`no template at ${stream}@${revision}`);
  }

  private async irregularitiesOfNumber(
    authority: string,
    id: string,
    session: SessionState,
    affair: string,
    number: string | null,
  ): Promise<readonly Irregularity[]> {
    if (number === null) return [];
    const held = convened(session);
    const stream = numberStream(authority, held.body, numberScope(id, held), number);
    const told: Irregularity[] = [];
    for await (const events of this.store.readStream(stream))
      for (const { data } of events as unknown as readonly NumberEvent[])
        if (data.affair === affair) told.push(...(data.irregularities ?? []));
    return told;
  }

  private async sheetOf(authority: string, session: SessionState, affair: string): Promise<number | null> {
    const { body, date } = convened(session);
    const stream = registerStream(authority, body, registerYear(date));
    const { state } = await this.runner.load(registerAggregate, stream);
    return state.sheets[affair] ?? null;
  }
}
