import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Refusal, type RefusalKind } from '@registre/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ChangesSince } from './changes-since.js';
import { BODY_LIMIT } from './json-body.js';

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  impossible: 422,
  irregular: 422,
  'reused-key': 422,
  conflict: 409,
  'too-large': 413,
  misdirected: 421,
  'too-many': 429,
  unavailable: 503,
  'outcome-unknown': 504,
};

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What is told of a refusal (RFC 9457), with a stable code and every reason. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly reasons: Refusal['reasons'];
  readonly [extension: string]: unknown;
}

/** Answers every error as problem details; what was not expected is logged here and told without its inside. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemDetailsFilter.name);

  constructor(private readonly changes: ChangesSince) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const problem = problemOf(await this.changes.told(error));
    if (problem.status === 500) {
      const { method, routeOptions } = http.getRequest<FastifyRequest>();
      this.logger.error(`${method} ${routeOptions.url ?? ''}`, (error as Error).stack);
    }
    void http
      .getResponse<FastifyReply>()
      .status(problem.status)
      .header('content-type', PROBLEM_TYPE)
      .send(JSON.stringify(problem));
  }
}

/** The problem document of any error. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    const { kind, code, message, reasons, extensions } = error;
    return problem(STATUS[kind], code, message, reasons, { kind, ...extensions });
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOfFault(error);
  if (status === 404) return problem(404, 'not-found', 'Cette adresse n’existe pas.');
  if (status === 413) {
    const message = `Le corps de la demande dépasse ${BODY_LIMIT / 1024 / 1024} Mio.`;
    const reasons = [{ field: '', rule: 'body-too-large', message }];
    return problem(413, 'body-too-large', 'La demande est trop volumineuse.', reasons);
  }
  if (status === 415) return problem(415, 'unsupported-media-type', 'Le corps doit être du JSON.');
  if (status === 503 && error instanceof HttpException) {
    const health = error.getResponse();
    return problem(503, 'not-ready', 'Ce serveur n’est pas prêt à répondre.', [], { health });
  }
  if (status >= 400 && status < 500) return problem(status, 'bad-request', 'La demande n’est pas recevable.');
  return problem(500, 'internal-error', 'Une erreur inattendue s’est produite ; elle a été notée.');
}

function statusOfFault(error: unknown): number {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
}

const problem = (
  status: number,
  code: string,
  title: string,
  reasons: Refusal['reasons'] = [],
  extensions: Refusal['extensions'] = {},
): Problem => ({ type: `/problemes/${code}`, title, status, code, reasons, ...extensions });
