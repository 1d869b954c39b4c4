import { describe, expect, it } from '@jest/globals';
import { hasChromium, violationsOf } from '../support/browser.js';
import { Conducted } from '../support/conducted.js';
import { dayFrom } from '../support/council.js';

(hasChromium ? describe : describe.skip)('given a séance that begins otherwise than most', () => {
  it('when it was convened in urgency, then the assembly rules on it before anything is discussed', async () => {
    const urgency = { reason: 'Une digue menace de céder' };
    const seance = await Conducted.begin({ convened: { urgency, convenedOn: dayFrom(-2) } });
    const { clerk } = seance;
    await clerk.act('L’assemblée se prononce sur l’urgence…');
    await clerk.page.getByText('Une digue menace de céder').waitFor();
    await clerk.tick('que l’urgence est admise');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.confirm('L’urgence', 'Enregistrer');
    await clerk.recorded('l’urgence admise');
    await clerk.page.getByText('Urgence admise', { exact: true }).waitFor();
    expect((await seance.board()).state.urgency).toEqual({ confirmed: true, ballot: null });
  });

  it('when too few come, then it does not sit, and a second convocation for the same questions needs no quorum', async () => {
    const seance = await Conducted.begin({ isOpen: false });
    const { clerk } = seance;
    await clerk.page.getByRole('button', { name: /Alix ALBERT : Présent/ }).focus();
    for (const key of ['p', 'e', 'r', 'e', 'a', 'a', 'a']) await clerk.page.keyboard.press(key);
    await clerk.press('Enregistrer l’appel');
    await clerk.page.getByText('Quorum non atteint').waitFor();
    await clerk.press('Constater l’absence de quorum…');
    expect(await violationsOf(clerk.page)).toEqual([]);
    await clerk.confirm('Constater l’absence de quorum', 'Constater');
    await clerk.recorded('l’absence de quorum');
    await clerk.page.getByLabel('Date de la séance').fill(dayFrom(4));
    await clerk.page.getByLabel('Seconde convocation envoyée le').fill(dayFrom(0));
    await clerk.press('Convoquer à nouveau');
    await clerk.page.getByText('Seconde convocation', { exact: true }).waitFor();
    const again = clerk.page.url().split('/').at(-2) ?? '';
    const { state } = await seance.register.read(`/sessions/${again}`);
    expect(state.convened).toMatchObject({ secondConvocation: true, secondConvocationOf: dayFrom(0) });
    expect(state.affairs).toHaveLength(3);
  });
});
