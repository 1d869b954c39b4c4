import { describeKilledImports } from './killed-imports.js';

describeKilledImports(5);
