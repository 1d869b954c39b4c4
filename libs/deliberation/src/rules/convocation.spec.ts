import { clearDays, convocationRule } from './convocation.js';

const commune = (population: number | null, department: string | null = '060') => ({
  population,
  department,
});

describe('the convocation', () => {
  it('leaves clear days: neither its own nor that of the séance counts', () => {
    expect(clearDays('2024-03-18', '2024-03-21')).toBe(2);
    expect(clearDays('2024-03-20', '2024-03-21')).toBe(0);
    expect(clearDays('2024-03-21', '2024-03-21')).toBe(-1);
    expect(clearDays('2023-12-29', '2024-01-02')).toBe(3);
  });

  it('of a commune leaves three, of one of 3,500 inhabitants five', () => {
    expect(convocationRule('C', '2024-03-21', commune(3499))).toEqual({ clearDays: 3, article: 'L2121-11' });
    expect(convocationRule('C', '2024-03-21', commune(3500))).toEqual({ clearDays: 5, article: 'L2121-12' });
  });

  it('is judged by the shorter period while the inhabitants are not known', () => {
    expect(convocationRule('C', '2024-03-21', commune(null, null))?.clearDays).toBe(3);
  });

  it('of a small commune of Alsace-Moselle is due three days before, not clear ones', () => {
    expect(convocationRule('C', '2024-03-21', commune(900, '067'))).toEqual({
      clearDays: 2,
      article: 'L2541-2',
    });
    expect(convocationRule('C', '2024-03-21', commune(9000, '067'))?.clearDays).toBe(5);
  });

  it('of a grouping leaves five, and is not known before 1 March 2020', () => {
    expect(convocationRule('E', '2020-02-29', commune(null))).toBeUndefined();
    expect(convocationRule('E', '2020-03-01', commune(null))?.clearDays).toBe(5);
    expect(convocationRule('B', '2024-03-21', commune(null))?.clearDays).toBe(5);
  });

  it('is not known for departments, regions and others', () => {
    expect(convocationRule('D', '2024-03-21', commune(null))).toBeUndefined();
    expect(convocationRule(null, '2024-03-21', commune(null))).toBeUndefined();
  });
});
