import {
  BreakTag,
  CaseTag,
  ContinueTag,
  IfTag,
  UnlessTag,
  Value,
  evalToken,
  filters,
  type Arguments,
  type Context,
  type Emitter,
  type FilterImplOptions,
  type Liquid,
  type Template,
} from 'liquidjs';
import { TemplateCheck } from '@registre/deliberation';
import type { ExtractContext } from './context.js';
import { closedEngine } from './liquid.js';
import { COMPLETE, NOTHING, UNKNOWN_FACTS } from './sample-contexts.js';
import { isTooHeavy, templateRefusal } from './template-refusal.js';

/**
 * Checks a template before it is adopted: that it parses, uses no variable or filter that does not exist (on any
 * branch, whatever the affair), and renders whether facts are known, unknown or none.
 *
 * @throws Refusal `invalid` with every reason, each naming its line
 */
export function checkTemplate(text: string): void {
  const errors: unknown[] = [];
  for (const [engine, context] of TRIALS) {
    errors.push(...failuresOf(engine, text, context));
    if (errors.some(isTooHeavy)) break;
  }
  if (errors.length > 0) throw templateRefusal('invalid', errors);
}

/** The check that adopting a template asks for. */
export class LiquidTemplateCheck extends TemplateCheck {
  override check(text: string): void {
    checkTemplate(text);
  }
}

function failuresOf(engine: Liquid, text: string, context: ExtractContext): readonly unknown[] {
  try {
    engine.renderSync(engine.parse(text), context);
    return [];
  } catch (error) {
    return [error];
  }
}

/** Branches as the thorough engine renders them: the conditions are evaluated, then every branch. */
function* everyBranch(
  tag: { arguments(): Arguments; children(): Generator<unknown, Template[]>; liquid: Liquid },
  context: Context,
  emitter: Emitter,
): Generator<unknown, void, string> {
  for (const argument of tag.arguments()) {
    yield argument instanceof Value ? argument.value(context) : evalToken(argument, context);
  }
  const templates = yield* tag.children();
  yield tag.liquid.renderer.renderTemplates(templates, context, emitter);
}

class EveryIf extends IfTag {
  override render(context: Context, emitter: Emitter) {
    return everyBranch(this, context, emitter);
  }
}

class EveryUnless extends UnlessTag {
  override render(context: Context, emitter: Emitter) {
    return everyBranch(this, context, emitter);
  }
}

class EveryCase extends CaseTag {
  override render(context: Context, emitter: Emitter) {
    return everyBranch(this, context, emitter);
  }
}

/** Once every branch is rendered, these would hide what follows them. */
class PassedBreak extends BreakTag {
  override render() {}
}

class PassedContinue extends ContinueTag {
  override render() {}
}

/** Filters whose first argument names a property of each item; the engine takes an unknown one for nothing. */
const PROPERTY_FILTERS = ['map', 'where', 'reject', 'find', 'find_index', 'has', 'sort', 'group_by', 'sum'];

function strictProperty(name: string): FilterImplOptions {
  const filter = filters[name] as (...args: unknown[]) => unknown;
  return function (list: unknown, property: unknown, ...others: unknown[]) {
    const items = Array.isArray(list) ? (list as unknown[]) : [];
    if (typeof property === 'string') items.forEach((item) => requireProperty(item, property));
    return filter.call(this, list, property, ...others);
  };
}

function requireProperty(item: unknown, path: string): void {
  let value = item;
  for (const key of path.split('.')) {
    if (value === null) return;
    if (typeof value !== 'object' || !Object.hasOwn(value, key)) {
      throw new TypeError(`undefined variable: ${path}`);
    }
    value = (value as Record<string, unknown>)[key];
  }
}

function thoroughEngine(): Liquid {
  const engine = closedEngine({ catchAllErrors: true });
  engine.registerTag('if', EveryIf);
  engine.registerTag('unless', EveryUnless);
  engine.registerTag('case', EveryCase);
  engine.registerTag('break', PassedBreak);
  engine.registerTag('continue', PassedContinue);
  for (const name of PROPERTY_FILTERS) engine.registerFilter(name, strictProperty(name));
  return engine;
}

const PLAIN = closedEngine({ catchAllErrors: true });

const TRIALS: readonly (readonly [Liquid, ExtractContext])[] = [
  [thoroughEngine(), COMPLETE],
  [PLAIN, COMPLETE],
  [PLAIN, UNKNOWN_FACTS],
  [PLAIN, NOTHING],
];
