import { Liquid, type LiquidOptions } from 'liquidjs';
import type { ExtractContext } from './context.js';
import { templateRefusal } from './template-refusal.js';

/** The longest template, in characters. */
export const MAX_TEMPLATE_LENGTH = 100_000;

/** The longest text that an extract may come to, in characters. */
const MAX_TEXT_LENGTH = 4_000_000;

/** They read other files. */
const READING_TAGS = ['include', 'render', 'layout', 'block'];

/** They depend on the clock, on the machine's zone and language, or on chance: a text must come out the same always. */
const UNSTABLE_FILTERS = [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
];

/** Time in milliseconds; memory in the engine’s own units, about one a character made. */
const OPTIONS: LiquidOptions = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  parseLimit: MAX_TEMPLATE_LENGTH,
  renderLimit: 1_000,
  memoryLimit: 20_000_000,
};

/** A Liquid engine that sees the variables it is given and nothing else: no file, no clock, no chance. */
export function closedEngine(options: LiquidOptions = {}): Liquid {
  const engine = new Liquid({ ...OPTIONS, ...options });
  for (const name of READING_TAGS) delete engine.tags[name];
  for (const name of UNSTABLE_FILTERS) delete engine.filters[name];
  return engine;
}

const ENGINE = closedEngine();

/**
 * The text of a template with its variables. The same bytes for the same two, always.
 *
 * @throws Refusal `impossible` naming line and reason, when the template fails on this affair
 */
export function renderTemplate(text: string, context: ExtractContext): string {
  try {
    const rendered = ENGINE.parseAndRenderSync(text, context) as string;
    if (rendered.length > MAX_TEXT_LENGTH) throw new RangeError('text length limit exceeded');
    return rendered;
  } catch (error) {
    throw templateRefusal('impossible', [error]);
  }
}
