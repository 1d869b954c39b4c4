import { AUTHORITY_KINDS } from '../authority/authority.js';
import { BODY_KINDS } from '../body/body.js';
import { authorityKindLong, bodyKindLong, sessionKindLong } from './kinds.js';

describe('the kinds', () => {
  it('of authorities and bodies all have a French name of their own', () => {
    expect(new Set(AUTHORITY_KINDS.map(authorityKindLong)).size).toBe(AUTHORITY_KINDS.length);
    expect(new Set(BODY_KINDS.map(bodyKindLong)).size).toBe(BODY_KINDS.length);
    expect(authorityKindLong(null)).toBe('non renseigné');
    expect(authorityKindLong('metropole')).toBe('métropole');
    expect(bodyKindLong('bureau')).toBe('bureau');
  });

  it('of séance follow the word', () => {
    expect(sessionKindLong('ordinary')).toBe('ordinaire');
    expect(sessionKindLong('extraordinary')).toBe('extraordinaire');
    expect(sessionKindLong(null)).toBe('non renseigné');
  });
});
