import { answerTo, CONTEXT, expectRegular, folded } from '../given.fixture.js';
import { authorityAggregate } from './authority.js';
import { RegisterAuthority, registerAuthority, type RegisterAuthorityBody } from './register-authority.js';

const registering =
  (state = authorityAggregate.initial, asked: Partial<RegisterAuthorityBody> = {}) =>
  (despite?: { rule: string; reason: string }[]) =>
    registerAuthority(
      state,
      new RegisterAuthority(CONTEXT, {
        name: 'Commune de Valmont',
        timezone: 'Europe/Paris',
        kind: 'commune',
        ...asked,
        despite,
      }),
    );

describe('an authority', () => {
  const registered = folded(authorityAggregate, registering()());

  it('is registered with what is known of it', () => {
    expect(expectRegular(registering())).toEqual([
      {
        type: 'AuthorityRegistered',
        data: {
          key: 'valmont',
          name: 'Commune de Valmont',
          siren: null,
          siret: null,
          kind: 'commune',
          population: null,
          department: null,
          timezone: 'Europe/Paris',
        },
      },
    ]);
  });

  it('described the same again changes nothing', () => {
    expect(registering(registered)()).toEqual([]);
  });

  it('is not described otherwise by registering it again', () => {
    expect(answerTo(registering(registered, { population: 2100, timezone: 'Indian/Reunion' }))).toEqual({
      kind: 'impossible',
      code: 'authority.registered',
      rules: ['authority.registered'],
    });
  });
});
