import { answerTo, codeOf, CONTEXT, expectIrregular, expectRegular, folded } from '../given.fixture.js';
import { authorityAggregate } from './authority.js';
import { DescribeAuthority, describeAuthority } from './describe-authority.js';
import {
  RegisterAuthority,
  registerAuthority,
  RESERVED_KEYS,
  type RegisterAuthorityBody,
} from './register-authority.js';

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

  it('has no key that an address uses otherwise', () => {
    const named = (authority: string) => () =>
      registerAuthority(
        authorityAggregate.initial,
        new RegisterAuthority(
          { ...CONTEXT, authority },
          { name: 'Règles-sur-Mer', timezone: 'Europe/Paris' },
        ),
      );
    for (const key of RESERVED_KEYS) expect(codeOf(named(key))).toBe('authority.reserved');
    expect(codeOf(named('reglessurmer'))).toBe('accepted');
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

describe('an authority’s numbers', () => {
  it('are checked by their digits and against each other', () => {
    const asked = { siren: '200054808', siret: '20005480700018' };
    const [event] = expectIrregular(registering(authorityAggregate.initial, asked), [
      'identity.siren',
      'identity.siret',
      'identity.siret-of-another',
    ]);
    expect(folded(authorityAggregate, [event!]).description).toEqual({
      name: 'Commune de Valmont',
      siren: '200054808',
      siret: '20005480700018',
      kind: 'commune',
      population: null,
      department: null,
      timezone: 'Europe/Paris',
    });
  });

  it('are those that its key says, where it is one', () => {
    const body = { name: 'La Poste', timezone: 'Europe/Paris', siren: '356000000' };
    const key = { ...CONTEXT, authority: '200054807' };
    const other = (despite?: { rule: string; reason: string }[]) =>
      registerAuthority(authorityAggregate.initial, new RegisterAuthority(key, { ...body, despite }));
    expectIrregular(other, ['identity.key']);
  });
});

describe('describing an authority anew', () => {
  const registered = folded(authorityAggregate, registering()());
  const describing =
    (state = registered, asked: Partial<RegisterAuthorityBody> = {}) =>
    (despite?: { rule: string; reason: string }[]) =>
      describeAuthority(
        state,
        new DescribeAuthority(CONTEXT, {
          name: 'Valmont-sur-Oise',
          timezone: 'Europe/Paris',
          ...asked,
          despite,
        }),
      );

  it('replaces the whole description', () => {
    const [event] = expectRegular(describing());
    const state = folded(authorityAggregate, [...registering()(), event!]);
    expect(state.description).toMatchObject({ name: 'Valmont-sur-Oise', kind: null });
    expect(describing(state)()).toEqual([]);
  });

  it('with a SIREN that cannot be right is irregular', () => {
    expectIrregular(describing(registered, { siren: '123456789' }), ['identity.siren']);
  });

  it('is refused where it was never registered', () => {
    expect(codeOf(describing(authorityAggregate.initial))).toBe('unknown-authority');
  });
});
