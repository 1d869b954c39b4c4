import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasChromium } from '../support/browser.js';
import { Conducted } from '../support/conducted.js';

// Nothing but keys: what is not reached by Tab, arrows, Enter and Space is not reached.
(hasChromium ? describe : describe.skip)('given a clerk without a mouse', () => {
  let seance: Conducted;
  let page: Page;

  beforeAll(async () => {
    seance = await Conducted.begin({ isOpen: false });
    ({ page } = seance.clerk);
  }, 150_000);

  const NAME = `(() => {
    const one = document.activeElement;
    const label = one?.labels?.[0]?.textContent ?? '';
    return one === null || one === document.body ? 'BODY' : (one.getAttribute('aria-label') ?? (label || one.textContent) ?? '');
  })()`;
  const focused = async () => (await page.evaluate<string>(NAME)).replaceAll('\u00a0', ' ').trim();

  /** Presses Tab until what has the focus bears that name. */
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 90; presses++) {
      if (name.test(await focused())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name.source} is not reached by the Tab key; the focus is on ${await focused()}`);
  };
  const press = async (name: RegExp, key = 'Enter') => {
    await tabTo(name);
    await page.keyboard.press(key);
  };
  const recorded = async (label: string) => {
    await page.getByText(`Enregistré : ${label}`).first().waitFor();
    await page.waitForTimeout(150);
    expect([label, await focused()]).not.toEqual([label, 'BODY']);
  };

  it('when the séance is held from its roll call to its closing, then each step is done and the focus is never lost', async () => {
    await press(/Alix ALBERT : Présent/, 'p');
    for (const key of ['p', 'p', 'p', 'p', 'e', 'a']) await page.keyboard.press(key);
    await press(/^Enregistrer l’appel$/);
    await recorded('l’appel de 7 membres');
    await press(/^Ouvrir la séance$/);
    await recorded('l’ouverture de la séance');
    await press(/^Appeler l’affaire$/);
    await recorded('l’appel de l’affaire');
    await press(/^Reporter…$/);
    await page.getByRole('dialog', { name: 'Reporter l’affaire' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Reporter…');
    await press(/^Ouvrir le scrutin$/);
    await recorded('l’ouverture d’un scrutin');
    await tabTo(/^Contre$/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('1');
    await press(/^Enregistrer le décompte$/);
    await recorded('le décompte');
    await press(/^Proclamer et clore le scrutin$/);
    await recorded('la proclamation du résultat');
    await press(/^Enregistrer l’issue$/);
    await recorded('l’adoption');
    await press(/^Actes de la séance$/);
    await page.getByRole('menuitem', { name: 'Clore la séance…' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Clore la séance' }).waitFor();
    await press(/^Clore la séance$/);
    await recorded('la clôture de la séance');
    const { state } = await seance.board();
    expect(state.status).toBe('closed');
    expect(state.affairs[0]).toMatchObject({ outcome: 'adopted', computed: 'adopted' });
  });
});
