/** A client that dies in IDLE, as a worker does that is killed; then the server stops, and nothing may keep this process. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { startHoodiecrow } from '../../../demo/mail-server/hoodiecrow.ts';

const server = await startHoodiecrow({ users: ['faktura'] });
const { hostname, port } = new URL(server.url('faktura'));
const client = connect(Number(port), hostname);
let heard = '';
client.setEncoding('latin1').on('data', (text: string) => {
  heard += text;
});
const untilHeard = async (words: string) => {
  while (!heard.includes(words)) await once(client, 'data');
};
await untilHeard('* OK');
client.write(`a LOGIN faktura ${server.password('faktura')}\r\n`);
await untilHeard('a OK');
client.write('b SELECT INBOX\r\n');
await untilHeard('b OK');
client.write('c IDLE\r\n');
await untilHeard('+ ');
client.destroy();
await server.stop();
process.stdout.write('stopped\n');
