/** Whether a text is a template that can be printed; the documents' side knows. */
export abstract class TemplateCheck {
  /** @throws Refusal `invalid`, with the line and the reason */
  abstract check(text: string): void;
}
