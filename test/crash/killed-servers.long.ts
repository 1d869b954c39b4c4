import { describeKilledServers } from './killed-servers.js';

// Fifty kills during a thousand commands.
describeKilledServers({ times: 50, commands: 20 });
