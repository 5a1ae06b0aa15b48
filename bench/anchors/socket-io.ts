import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen } from './listen.ts';

// socket.io as it comes, over WebSockets alone: whatever is published goes to everybody in the room.

const server = createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false });

io.on('connection', (socket) => {
  const { room } = socket.handshake.query;
  if (typeof room === 'string') void socket.join(room);
  socket.on('publish', (to: string, message: string) => io.to(to).emit('message', message));
});

listen(server);
