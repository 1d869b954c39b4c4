import { isDeepStrictEqual } from 'node:util';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { notFound } from '@registre/platform';
import { ReadModels } from '@registre/projections';
import type { FastifyRequest } from 'fastify';
import { from, switchMap, type Observable } from 'rxjs';
import { Access } from './access.js';
import { READINGS } from './permissions.js';
import { nobody, Rights } from './roles.js';
import { visible, type Visibility } from './visible.js';

const PUBLIC = nobody(true);

/**
 * Takes out of an answer what its reader may not see; and notes in the access journal that somebody read what the
 * public may not.
 */
@Injectable()
export class VisibleInterceptor implements NestInterceptor {
  constructor(
    private readonly access: Access,
    private readonly readModels: ReadModels,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'GET' || request.permission === null) return next.handle();
    const { shows } = request.permission;
    // Lines come in when a séance is closed: the file of them is public, and is sent as it is made.
    if (shows === 'register-file') return next.handle();
    // These answer by themselves, in several forms: whether they may is decided before.
    if (shows === 'extract' || shows === 'votes-file') {
      return from(this.requireAct(request, shows)).pipe(switchMap(() => next.handle()));
    }
    return next.handle().pipe(switchMap((answer) => from(this.seen(request, answer))));
  }

  private async seen(request: FastifyRequest, answer: unknown): Promise<unknown> {
    const { permission, person } = request;
    if (permission === null || permission.roles === 'anyone') return answer;
    const { shows } = permission;
    if (shows === undefined) {
      this.record(request, 'restricted');
      return answer;
    }
    const seenBy = this.visibilities(request);
    const own = await visible(shows, answer, seenBy(person ?? this.access.nobody));
    if (own === undefined) throw notFound('not-found', 'Cela n’existe pas, ou n’est pas encore public.');
    if (person?.actor != null) {
      const shownToAll = await visible(shows, answer, seenBy(PUBLIC));
      // Of what is kept from both, each has a copy of their own.
      if (shownToAll !== answer && !isDeepStrictEqual(own, shownToAll)) this.record(request, shows);
    }
    return own;
  }

  /** @throws Refusal `not-found` for what is not public, or an extract that nobody has certified */
  private async requireAct(request: FastifyRequest, shows: 'extract' | 'votes-file'): Promise<void> {
    const { authority = '', affair = '' } = request.params as { authority?: string; affair?: string };
    const dossier = await this.readModels.affair(authority, affair);
    if (dossier === undefined) return;
    const seenBy = this.visibilities(request);
    const isFor = async (reader: Pick<typeof PUBLIC, 'grants'>) =>
      (await visible('affair-dossier', dossier, seenBy(reader))) !== undefined &&
      (shows === 'votes-file' ||
        dossier.extract !== null ||
        new Rights(reader, authority).has(READINGS.drafts, dossier.body));
    if (!(await isFor(request.person ?? this.access.nobody))) {
      throw notFound('not-found', 'Cela n’existe pas, ou n’est pas encore public.');
    }
    if (!(await isFor(PUBLIC))) this.record(request, shows);
  }

  private visibilities({ params }: FastifyRequest) {
    const { authority = '' } = params as { authority?: string };
    return (reader: Pick<typeof PUBLIC, 'grants'>): Visibility => ({
      rightsIn: (key) => new Rights(reader, key),
      authority,
      readModels: this.readModels,
    });
  }

  private record(request: FastifyRequest, code: string): void {
    const { authority } = request.params as { authority?: string };
    const [path = ''] = request.url.split('?');
    this.access.journal.record(authority ?? null, {
      kind: 'read',
      code,
      actor: request.person?.actor ?? null,
      credential: request.person?.credential ?? null,
      address: request.ip,
      method: request.method,
      path,
    });
  }
}
