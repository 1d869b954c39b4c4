import type { AffairEvent } from './affair/affair.js';
import type { AuthorityEvent } from './authority/authority.js';
import type { BallotEvent } from './ballot/ballot.js';
import type { BodyEvent } from './body/body.js';
import type { RecordEvent } from './record/record.js';
import type { NumberEvent } from './register/number.js';
import type { RegisterEvent } from './register/register.js';
import type { SessionEvent } from './session/session.js';

/** Every event of the domain; the catalogue is generated from it. */
export type DeliberationEvent =
  | AuthorityEvent
  | BodyEvent
  | SessionEvent
  | BallotEvent
  | AffairEvent
  | RegisterEvent
  | NumberEvent
  | RecordEvent;
