import { describeKilledServers } from './killed-servers.js';

describeKilledServers(20);
