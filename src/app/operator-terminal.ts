import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

let lines: AsyncIterator<string> | null = null;
let echo = true;
let terminal: Interface | null = null;

/** One line from whoever sits at the server, or from the pipe that stands for them. A secret does not show while typed. */
export async function askAtTerminal(question: string, secret: boolean): Promise<string> {
  process.stderr.write(question);
  terminal ??= open();
  lines ??= terminal[Symbol.asyncIterator]();
  echo = !secret;
  const answer = await lines.next();
  if (secret && process.stdin.isTTY) process.stderr.write('\n');
  if (answer.done === true) return '';
  return answer.value;
}

function open(): Interface {
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (echo) process.stderr.write(chunk);
      done();
    },
  });
  const opened = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY === true });
  // The program must end without waiting for a terminal that nobody types into any more.
  process.stdin.unref?.();
  return opened;
}
