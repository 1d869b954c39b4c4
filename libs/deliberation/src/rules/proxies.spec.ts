import { proxiesPerBearer } from './proxies.js';

describe('the proxies that one member may bear', () => {
  it('are one', () => {
    expect(proxiesPerBearer('C', '2024-03-21')?.value).toBe(1);
    expect(proxiesPerBearer('D', '2020-03-23')?.value).toBe(1);
  });

  it.each(['2020-03-24', '2020-07-10', '2020-08-30', '2020-11-15', '2021-09-30', '2021-11-10', '2022-07-31'])(
    'were two on %s, in the Covid windows',
    (date) => {
      expect(proxiesPerBearer('C', date)?.value).toBe(2);
      expect(proxiesPerBearer('CP', date)?.value).toBe(2);
    },
  );

  it.each(['2020-08-31', '2020-11-14', '2021-10-01', '2021-11-09', '2022-08-01'])(
    'were one on %s',
    (date) => {
      expect(proxiesPerBearer('E', date)?.value).toBe(1);
    },
  );

  it('are not known for a kind that no rule is known of', () => {
    expect(proxiesPerBearer(null, '2024-03-21')).toBeUndefined();
  });
});
