import { attendanceLong, attendanceModeLong, fullName } from './members.js';

describe('a member', () => {
  it('is named by given name and family name, as far as they are known', () => {
    expect(fullName({ givenName: 'Éric', familyName: 'LE DISSES' })).toBe('Éric LE DISSES');
    expect(fullName({ givenName: null, familyName: 'DURAND' })).toBe('DURAND');
  });

  it('has a status in the gender of the civility', () => {
    expect(attendanceLong('present', 'Monsieur')).toBe('présent');
    expect(attendanceLong('excused', 'Madame')).toBe('excusée');
    expect(attendanceLong('absent')).toBe('absent(e)');
  });

  it('sits in the room or at a distance', () => {
    expect(attendanceModeLong('in-person')).toBe('dans la salle');
    expect(attendanceModeLong('remote')).toBe('à distance');
    expect(attendanceModeLong(null)).toBe('non renseigné');
  });
});
