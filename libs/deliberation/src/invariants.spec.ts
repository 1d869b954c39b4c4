import { describeWhateverIsAsked } from './asked/whatever-is-asked.fixture.js';

describeWhateverIsAsked(80);
