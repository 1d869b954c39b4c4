import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Lets the server end while connections are open on which nothing was ever asked. Browsers open some ahead; Node takes
 * them for busy, and would wait for their first request until it times out.
 */
export function leaveUnusedConnections(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const connections = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  fastify.addHook('preClose', async () => {
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  });
}
