/** `node receiver-process.ts PORT`: answers every webhook with 200 and prints its body as one line; a test kills it. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const server = createServer((request, response) => {
  void text(request).then((body) => {
    console.log(body);
    response.end('EVENT_RECEIVED');
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));
