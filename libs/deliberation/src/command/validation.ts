import { isLocalDate, isLocalTime, isTimeZone } from '@registre/platform';
import {
  IsArray,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';

/** The property must be there; null says « unknown ». */
export const OrNull = (): PropertyDecorator => ValidateIf((_object, value) => value !== null);

/** The property may be left out; null, which would say « unknown », has no meaning there. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);

const textRule = (
  name: string,
  holds: (text: string) => boolean,
  options?: ValidationOptions,
): PropertyDecorator =>
  ValidateBy(
    { name, validator: { validate: (value) => typeof value === 'string' && holds(value) } },
    options,
  );

/** A day that exists, `YYYY-MM-DD`. */
export const IsCalendarDate = (options?: ValidationOptions): PropertyDecorator =>
  textRule('isCalendarDate', isLocalDate, options);

/** A time of day, `HH:MM`. */
export const IsTimeOfDay = (options?: ValidationOptions): PropertyDecorator =>
  textRule('isTimeOfDay', isLocalTime, options);

/** A zone of the IANA database. */
export const IsZone = (options?: ValidationOptions): PropertyDecorator =>
  textRule('isZone', isTimeZone, options);

/** Key of a body within its authority. */
export const BODY_KEY = /^[A-Za-z0-9-]{1,20}$/;

export const IsBodyKey = (options?: ValidationOptions): PropertyDecorator => Matches(BODY_KEY, options);

/** A member's ref within a body. */
export const IsRef = (options?: ValidationOptions): PropertyDecorator =>
  Matches(/^[a-z0-9][a-z0-9-]{0,60}$/, options);

/** A text for people: not blank, of that many characters at most. */
export const IsText =
  (maximum: number, options?: ValidationOptions): PropertyDecorator =>
  (target, property) => {
    IsString(options)(target, property);
    MinLength(1, options)(target, property);
    MaxLength(maximum, options)(target, property);
    Matches(/\S/, options)(target, property);
  };

/** A number of people or votes. */
export const IsCount = (): PropertyDecorator => (target, property) => {
  IsInt()(target, property);
  Min(0)(target, property);
  Max(100_000)(target, property);
};

/** An amount in euros: two decimals, a point between. */
export const IsEuros = (options?: ValidationOptions): PropertyDecorator =>
  Matches(/^-?\d{1,15}\.\d{2}$/, options);

/** `[]` (none so far) or null (unknown). */
export const IsBeginning = (): PropertyDecorator => (target, property) => {
  OrNull()(target, property);
  IsArray()(target, property);
  ValidateBy({
    name: 'isEmptyOrNull',
    validator: { validate: (value) => Array.isArray(value) && value.length === 0 },
  })(target, property);
};
