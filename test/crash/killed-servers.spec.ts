import { describeKilledServers } from './killed-servers.js';

describeKilledServers({ times: 6, commands: 25 });
