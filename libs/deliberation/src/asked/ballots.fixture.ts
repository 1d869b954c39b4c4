import fc from 'fast-check';
import { CastVote, CastVoteBody } from '../ballot/cast-vote.js';
import { CountHands, CountHandsBody } from '../ballot/count-hands.js';
import { RecordSecretTally, RecordSecretTallyBody } from '../ballot/record-secret-tally.js';
import { SignRoll, SignRollBody } from '../ballot/sign-roll.js';
import { CHOICES } from '../ballot/tally.js';
import { CloseBallot, CloseBallotBody } from '../session/close-ballot.js';
import { OpenBallot, OpenBallotBody } from '../session/open-ballot.js';
import { RequestBallot, RequestBallotBody } from '../session/request-ballot.js';
import { VoidBallot, VoidBallotBody } from '../session/void-ballot.js';
import { affair, ask, ballot, count, member, rarely, reason, sure, type Asked } from './asked.fixture.js';
import { movements } from './room.fixture.js';
import { several } from './several.fixture.js';

const CANDIDATES = [{ member: 'alix' }, { name: 'Liste B' }];

export const requesting = ask(
  RequestBallot,
  RequestBallotBody,
  'session',
  fc.record({
    affair: fc.option(affair),
    method: fc.constantFrom('roll-call', 'secret'),
    requestedBy: fc.option(fc.uniqueArray(member, { maxLength: 3 })),
    count,
  }),
);

/** A ballot on an affair or of the séance, for or against something or for somebody, on paper or by hands. */
const opens = (method: fc.Arbitrary<string | null>, known: object = {}) =>
  ask(
    OpenBallot,
    OpenBallotBody,
    'session',
    fc.record({
      affair: fc.option(affair, { freq: 6 }),
      method,
      secrecyWaived: fc.option(fc.boolean()),
      waiver: rarely(ballot),
      round: fc.option(fc.integer({ min: 1, max: 3 })),
      roll: rarely(fc.nat(6)),
      rollIsCeiling: fc.constantFrom(false, false, true),
      ...known,
    }),
  );
const running = {
  candidates: fc.constantFrom(CANDIDATES, CANDIDATES, CANDIDATES.slice(1)),
  positions: fc.option(fc.integer({ min: 1, max: 2 })),
};
const byHands = fc.constantFrom('show-of-hands', 'roll-call', null);
const secretly = fc.constant('secret');

const casting = ask(
  CastVote,
  CastVoteBody,
  'ballot',
  fc.record({ seat: member, choice: fc.constantFrom(...CHOICES) }),
);
const castingForAnother = ask(
  CastVote,
  CastVoteBody,
  'ballot',
  fc.record({ seat: member, voter: member, choice: fc.constantFrom(...CHOICES) }),
);
const signing = ask(SignRoll, SignRollBody, 'ballot', fc.record({ seat: member }));
const signingForAnother = ask(SignRoll, SignRollBody, 'ballot', fc.record({ seat: member, voter: member }));

const counts = fc.record({ for: count, against: count, abstentions: count, notTakingPart: count });
const votes = fc.tuple(count, count).map(([one, other]) => [
  { member: 'alix', votes: one, elected: true },
  { name: 'Liste B', votes: other, persons: null },
]);
const announced = { expressed: rarely(count), majority: rarely(count) };

const counting = ask(
  CountHands,
  CountHandsBody,
  'ballot',
  fc.record({
    counts,
    named: fc.option(fc.record({ against: fc.option(fc.uniqueArray(member, { maxLength: 3 })) })),
    ...announced,
  }),
);
const countingOthers = ask(
  CountHands,
  CountHandsBody,
  'ballot',
  fc.record({
    counts: fc.record({ abstentions: count }),
    restFor: fc.constantFrom('for', 'against'),
  }),
);
const countingFor = ask(
  CountHands,
  CountHandsBody,
  'ballot',
  votes.map((candidates) => ({ candidates })),
);
const found = { found: count, blank: count, nullVotes: count, blankOrNull: count };
const papers = ask(
  RecordSecretTally,
  RecordSecretTallyBody,
  'ballot',
  fc.record({ ...found, counts: fc.record({ for: count, against: count }), ...announced }),
);
const papersFor = ask(
  RecordSecretTally,
  RecordSecretTallyBody,
  'ballot',
  fc.record({ ...found, candidates: votes, ...announced }),
);

const closingBallot = ask(
  CloseBallot,
  CloseBallotBody,
  'ballot-in-session',
  fc.record({ outcome: fc.option(fc.constantFrom('adopted', 'rejected', 'elected', 'no-majority')) }),
);
/** What a clerk does with a ballot that was left open. */
export const closingWhatIsOpen = ask(CloseBallot, CloseBallotBody, 'ballot-in-session').map(sure);
const voiding = ask(VoidBallot, VoidBallotBody, 'ballot-in-session', fc.record({ reason }));

const ended = fc.oneof({ arbitrary: closingBallot, weight: 5 }, { arbitrary: voiding, weight: 1 });
const held = (opened: fc.Arbitrary<Asked>, ...between: fc.Arbitrary<Asked>[]) =>
  fc
    .tuple(opened, several(fc.oneof(...between, ...between, ...movements), 3, 10), ended)
    .map(([first, others, last]) => [first, ...others, last]);

/** A ballot from its opening to its end, with what may come between, fitting or not. */
export const ballots = fc.oneof(
  held(
    opens(byHands, { accounts: fc.boolean(), question: fc.option(fc.constant('Faut-il voter ?')) }),
    casting,
    casting,
    casting,
    castingForAnother,
    counting,
    countingOthers,
    papers,
  ),
  held(opens(byHands, running), countingFor, countingFor, counting, casting),
  held(opens(secretly), signing, signing, signing, signingForAnother, papers, casting, counting),
  held(opens(secretly, running), signing, signing, papersFor, papersFor, countingFor),
);

/** One thing of a ballot out of its place. */
export const ofBallots = [
  opens(byHands),
  opens(secretly, running),
  casting,
  signing,
  counting,
  papers,
  closingBallot,
  voiding,
  requesting,
];
