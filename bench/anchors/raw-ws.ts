import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { listen } from './listen.ts';

// The least that a server in Node can do: whatever comes by /publish/room goes to everybody at /room, one buffer for all.

const server = createServer();
const rooms = new Map<string, Set<WebSocket>>();

new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, { url = '/' }) => {
  if (url.startsWith('/publish/')) {
    const name = url.slice('/publish'.length);
    socket.on('message', (data: Buffer) => {
      for (const client of rooms.get(name) ?? []) client.send(data, { binary: false });
    });
    return;
  }
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('close', () => room.delete(socket));
});

listen(server);
