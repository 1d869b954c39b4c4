import { BODY_KEY } from '@registre/deliberation';
import { Refusal } from '@registre/platform';
import type { PipeTransform } from '@nestjs/common';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A path parameter that is an identifier. @throws Refusal `invalid` naming it */
export class UuidParameter implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(value: string): string {
    if (UUID.test(value)) return value;
    const message = 'Un identifiant (uuid) est attendu.';
    throw new Refusal('invalid', 'uuid', message, [{ field: this.name, rule: 'uuid', message }]);
  }
}

/** A body's key, e.g. `CM`. @throws Refusal `invalid` */
export class BodyKeyParameter implements PipeTransform<string, string> {
  transform(value: string): string {
    if (BODY_KEY.test(value)) return value;
    const message = 'Une instance est désignée par 1 à 20 lettres, chiffres ou tirets.';
    throw new Refusal('invalid', 'body-key', message, [{ field: 'body', rule: 'body-key', message }]);
  }
}

/** A member's ref within a body, e.g. `vassal-martine`. @throws Refusal `invalid` naming it */
export class RefParameter implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(value: string): string {
    if (/^[a-z0-9][a-z0-9-]{0,60}$/.test(value)) return value;
    const message = 'Un membre est désigné par 1 à 61 lettres minuscules, chiffres ou tirets.';
    throw new Refusal('invalid', 'ref', message, [{ field: this.name, rule: 'ref', message }]);
  }
}
