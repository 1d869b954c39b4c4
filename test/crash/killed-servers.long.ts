import { describeKilledServers } from './killed-servers.js';

describeKilledServers({ times: 50, commands: 1_000 });
