import { describeKilledServers } from './killed-servers.js';

describeKilledServers({ times: 10, commands: 25 });
