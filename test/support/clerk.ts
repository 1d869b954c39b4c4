import type { Browser, BrowserContext, Page } from 'playwright-core';

type Named = string | RegExp;
type Role = 'button' | 'link' | 'menuitem' | 'radio' | 'checkbox';

/** Somebody at a real browser, who works from the keyboard. */
export class Clerk {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** @param link that opens a session; null: nobody known */
  static async enter(browser: Browser, link: string | null, width = 1366, height = 900): Promise<Clerk> {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width, height } });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    if (link !== null) await page.goto(link);
    return new Clerk(context, page);
  }

  /** Presses Enter on what has that name. */
  async press(name: Named, role: Role = 'button'): Promise<void> {
    await this.page.getByRole(role, { name }).first().focus();
    await this.page.keyboard.press('Enter');
  }

  /** Presses the space bar on it: what is ticked or chosen. */
  async tick(name: Named, role: Role = 'radio'): Promise<void> {
    await this.page.getByRole(role, { name }).first().focus();
    await this.page.keyboard.press('Space');
  }

  /** Types in the field of that label, instead of what is there. */
  async type(label: Named, text: string): Promise<void> {
    await this.page
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Finds a member by a part of the name. */
  async pick(label: string, part: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.focus();
    await this.page.keyboard.type(part);
    await this.page
      .getByRole('option', { name: new RegExp(part, 'i') })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('listbox').waitFor({ state: 'hidden' });
  }

  /** An act of the séance as a whole. */
  async act(entry: Named): Promise<void> {
    await this.press('Actes de la séance');
    await this.press(entry, 'menuitem');
  }

  /** Another act of a member, from the list of those in the room. */
  async actOf(member: string, entry: Named): Promise<void> {
    await this.press(`Autres actes pour Alix ${member}`);
    await this.press(entry, 'menuitem');
  }

  dialog(name: Named) {
    return this.page.getByRole('dialog', { name });
  }

  /** In a dialog: what it asks is recorded by its main button, and it is gone. */
  async confirm(dialog: Named, button: Named): Promise<void> {
    const asked = this.dialog(dialog);
    await asked.getByRole('button', { name: button }).focus();
    await this.page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
  }

  /** The page says that it was recorded. */
  async recorded(label: Named): Promise<void> {
    const said = typeof label === 'string' ? `Enregistré\u00a0: ${label}` : label;
    await this.page.getByText(said).first().waitFor();
  }

  /** The tag of what has the focus; `BODY` where nothing has. */
  focused(): Promise<string> {
    return this.page.evaluate<string>('document.activeElement?.tagName ?? "BODY"');
  }
}
