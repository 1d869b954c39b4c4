import fc from 'fast-check';
import { affairStream, type EventStore } from '@registre/event-store';
import { affairAggregate } from '../affair/affair.js';
import { clerk } from '../evening.fixture.js';
import { request, startNode, type Node } from '../node.fixture.js';
import { about, hold, rarely, type Answer, type Asked, type Evening } from './asked.fixture.js';
import { ballots, closingWhatIsOpen, ofBallots, requesting } from './ballots.fixture.js';
import {
  beforehand,
  besideTheRoom,
  closingDoors,
  convening,
  ofTheSitting,
  quorumFailing,
  reopeningDoors,
} from './framing.fixture.js';
import { afterwards, calling, deciding, ending, onTheAffair, recusing, writing } from './papers.fixture.js';
import { closing, inTheRoom, opening, placing, resuming, rollCall, suspending } from './room.fixture.js';
import { several } from './several.fixture.js';

const one = (...all: fc.Arbitrary<Asked>[]) => fc.oneof(...all).map((asked) => [asked]);
const suspension = fc
  .tuple(suspending, several(fc.oneof(...inTheRoom, ...ofBallots), 0, 2), resuming)
  .map(([begins, between, ends]) => [begins, ...between, ends]);
const behindClosedDoors = fc
  .tuple(closingDoors, several(fc.oneof(...inTheRoom, ...ofBallots, ...onTheAffair), 0, 3), reopeningDoors)
  .map(([begins, between, ends]) => [begins, ...between, ends]);
/** An affair from its call to its end. */
const affair = fc
  .tuple(
    fc.nat(2),
    calling,
    several(fc.oneof(recusing, requesting, ...writing, ...inTheRoom), 0, 3),
    several(ballots, 0, 2),
    fc.oneof(deciding, deciding, ...ending),
  )
  .map(([place, called, before, votes, decided]) =>
    [called, ...before, ...votes.flat(), decided].map((asked) => about(asked, place)),
  );

const anything = fc.oneof(
  { arbitrary: one(...inTheRoom), weight: 3 },
  { arbitrary: one(...onTheAffair), weight: 4 },
  { arbitrary: one(...ofBallots), weight: 2 },
  { arbitrary: one(...afterwards, ...besideTheRoom), weight: 1 },
  { arbitrary: fc.oneof(suspension, behindClosedDoors, one(...ofTheSitting)), weight: 2 },
  { arbitrary: ballots, weight: 3 },
  { arbitrary: affair, weight: 6 },
);

export { MemoryEventStore } from '../event-store.fixture.js';

export interface AskedEvening {
  readonly convening: object;
  readonly asked: readonly Asked[];
}

/** An evening: what comes before the opening, what may come in any order, what comes after. */
const course: fc.Arbitrary<readonly Asked[]> = fc
  .tuple(
    several(
      placing.map((asked) => [asked]),
      2,
      4,
    ),
    several(fc.oneof(one(...beforehand), one(...beforehand), anything), 0, 4),
    rarely(quorumFailing).map((failing) => (failing === null ? [] : [failing])),
    fc.oneof(fc.tuple(opening, rollCall), fc.tuple(rollCall, opening)),
    several(one(...inTheRoom), 0, 5),
    several(anything, 8, 16),
    fc.tuple(closingWhatIsOpen, closing),
    several(
      fc.oneof(
        { arbitrary: one(...afterwards), weight: 6 },
        { arbitrary: one(...onTheAffair, ...inTheRoom, ...ofBallots), weight: 1 },
      ),
      8,
      24,
    ),
  )
  .map((parts) => parts.flat(2));
export const evenings: fc.Arbitrary<AskedEvening> = fc.record({ convening, asked: course });

/** A node over a store that holds a commune, its council of five, and a séance that is convened. */
export async function convened(
  store: EventStore,
  { convening: known }: AskedEvening,
): Promise<{ node: Node; session: string }> {
  const node = await startNode(store);
  await clerk(node).register();
  await clerk(node).constitute();
  await clerk(node).seat();
  await clerk(node).adopt();
  const { id: session } = await clerk(node).convene(known);
  return { node, session };
}

/** Holds an evening on a store, and does what then is due. */
export async function holdOn(
  { node, session }: { readonly node: Node; readonly session: string },
  { asked }: AskedEvening,
  look?: (answer: Answer) => void | Promise<void>,
): Promise<Evening> {
  const evening = await hold(node, session, asked, look);
  await node.enterInRegister.complete(request(), session);
  for (const id of evening.affairs) {
    const { state } = await node.runner.load(affairAggregate, affairStream('valmont', id));
    for (const { content } of state.erasures) await node.completeErasure.complete(request(), id, content);
  }
  return evening;
}
