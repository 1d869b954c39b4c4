import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  affairAggregate,
  AttachAnnex,
  AttachAnnexBody,
  CommandRunner,
  type Accepted,
  type CommandContext,
} from '@registre/deliberation';
import { FileStore } from '@registre/documents';
import { affairStream } from '@registre/event-store';
import { Refusal } from '@registre/platform';
import { readOff } from '../http/json-body.js';
import type { AnnexQuery } from './annex-query.js';
import { mediaTypeOf } from './media-types.js';

/** How many files are received at once: each stands in memory until it is on the disk. */
const AT_ONCE = 4;

/** How large an annex may be. */
export class AnnexLimit {
  constructor(readonly bytes: number) {}
}

/** What an upload is about. */
export interface Upload {
  readonly context: CommandContext;
  readonly session: string;
  readonly affair: string;
  readonly query: AnnexQuery;
}

/** Takes the files of annexes: on the disk first, then named by the event; what no event names is taken away again. */
@Injectable()
export class AnnexUploads {
  private underWay = 0;

  constructor(
    private readonly files: FileStore,
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly limit: AnnexLimit,
  ) {}

  /**
   * @throws Refusal `too-large`; `invalid` for a kind that is not taken, or bytes that are not those announced;
   * `unavailable` when too many are being received; and those of the command
   */
  async take(upload: Upload, request: IncomingMessage): Promise<Accepted> {
    if (this.underWay >= AT_ONCE) throw tooMany();
    this.underWay += 1;
    try {
      return await this.attach(upload, await this.received(request));
    } finally {
      this.underWay -= 1;
    }
  }

  private async received(request: IncomingMessage): Promise<Buffer> {
    const announced = Number(request.headers['content-length'] ?? 0);
    const file = announced > this.limit.bytes ? 'too-large' : await bytesOf(request, this.limit.bytes);
    if (file !== 'too-large') return file;
    await readOff(request);
    throw tooLarge(this.limit.bytes);
  }

  private async attach({ context, session, affair, query }: Upload, bytes: Buffer): Promise<Accepted> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    requireAnnounced(query, sha256);
    requireTaken(bytes);
    const body = Object.assign(new AttachAnnexBody(), { title: query.title.normalize('NFC'), sha256 });
    const file = await this.files.put(context.authority, bytes);
    const command = new AttachAnnex(covering(context, body), session, affair, body, file);
    try {
      const accepted: Accepted = await this.commands.execute(command);
      // The same request again is answered from its first time, whose file is another one.
      if (!(await this.isNamed(context.authority, affair, file.id))) await this.takeAway(context, file.id);
      return accepted;
    } catch (error) {
      // What may have been written may name it: `doctor` tells if it does not.
      const isSettled = error instanceof Refusal && error.kind !== 'outcome-unknown';
      if (isSettled) await this.takeAway(context, file.id);
      throw error;
    }
  }

  private async isNamed(authority: string, affair: string, id: string): Promise<boolean> {
    const { state } = await this.runner.load(affairAggregate, affairStream(authority, affair));
    return state.contents.some(({ file }) => file.id === id);
  }

  private takeAway({ authority }: CommandContext, id: string): Promise<void> {
    return this.files.erase(authority, id);
  }
}

/** @throws Refusal when the client was cut */
function bytesOf(request: IncomingMessage, most: number): Promise<Buffer | 'too-large'> {
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request
      .on('data', (part: Buffer) => {
        size += part.length;
        if (size <= most) return void parts.push(part);
        parts.length = 0;
        resolve('too-large');
      })
      .on('end', () => resolve(Buffer.concat(parts)))
      .on('error', () => reject(cut()))
      .on('close', () => reject(cut()));
  });
}

const cut = (): Refusal => invalid('annex.cut', 'Le fichier n’est pas arrivé en entier.', '');

/** The key also stands for the file: the same one with another title or other bytes is another request. */
const covering = (context: CommandContext, { title, sha256 }: AttachAnnexBody): CommandContext =>
  context.bodyHash === undefined
    ? context
    : {
        ...context,
        bodyHash: createHash('sha256').update(`${context.bodyHash}\n${sha256}\n${title}`).digest('hex'),
      };

function requireAnnounced({ sha256: announced }: AnnexQuery, sha256: string): void {
  if (announced === undefined || announced === sha256) return;
  throw invalid('annex.sha256', 'Le fichier reçu n’a pas l’empreinte annoncée.', 'sha256');
}

function requireTaken(bytes: Buffer): void {
  if (mediaTypeOf(bytes) !== undefined) return;
  throw invalid(
    'annex.kind',
    'Ce fichier n’est ni un PDF, ni une image, ni un document bureautique, ni un texte en UTF-8.',
    '',
  );
}

const invalid = (rule: string, message: string, field: string): Refusal =>
  new Refusal('invalid', rule, message, [{ field, rule, message }]);

function tooLarge(limit: number): Refusal {
  const message = `Une annexe ne dépasse pas ${(limit / 1_000_000).toLocaleString('fr-FR')}\u00a0Mo.`;
  return new Refusal('too-large', 'annex.too-large', message, [
    { field: '', rule: 'annex.too-large', message },
  ]);
}

const tooMany = (): Refusal =>
  new Refusal('unavailable', 'too-many-uploads', 'Trop d’annexes sont reçues à la fois\u00a0: réessayez.');
