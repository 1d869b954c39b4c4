import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Refusal } from '@registre/platform';
import type { ReadModels } from '@registre/projections';
import { lastValueFrom, of } from 'rxjs';
import { CatchUpInterceptor } from './catch-up.interceptor.js';

const answer: CallHandler = { handle: () => of('the answer') };
const questionWith = (after: string): ExecutionContext => {
  const request = { method: 'GET', query: { after }, params: { authority: 'valmont' } };
  return { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
};
const asked = (waitFor: ReadModels['waitFor'], after = 'session-valmont_s1@3') =>
  lastValueFrom(new CatchUpInterceptor({ waitFor } as ReadModels).intercept(questionWith(after), answer));

describe('a question that wants to see what was written', () => {
  it('is answered only once this node has seen it', async () => {
    let seen: (value: boolean) => void = () => undefined;
    let answered = false;
    const waiting = new Promise<boolean>((resolve) => (seen = resolve));
    const answering = asked(() => waiting).then(() => (answered = true));
    await new Promise(setImmediate);
    expect(answered).toBe(false);
    seen(true);
    await answering;
    expect(answered).toBe(true);
  });

  it('is refused, to be asked again, when this node does not see it in time', async () => {
    const refusal = await asked(async () => false).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ kind: 'unavailable', code: 'not-caught-up' });
  });

  it('is refused where the event is another authority’s', async () => {
    const refusal = await asked(async () => true, 'session-brindas_s1@3').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ kind: 'invalid' });
  });
});
