/** HTTP over one kept-alive socket, one request after the other, counted. */
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readElements } from '../../../shared/protocol/frame-stream.ts';

export type OneSocket = {
  /** Resolves to the answer's body; rejects when the status is not 200. */
  readonly post: (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
  ) => Promise<Uint8Array>;
  /** One request whose body and answer are streams: yields the answer's messages as they come. */
  readonly exchange: (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Iterable<Uint8Array>,
  ) => AsyncGenerator<Uint8Array>;
  readonly counted: () => {
    readonly requests: number;
    readonly sentBytes: number;
    readonly receivedBytes: number;
  };
  readonly close: () => void;
};

export function openOneSocket(url: string): OneSocket {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let requests = 0;
  let sentBytes = 0;
  let receivedBytes = 0;
  return {
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        requests += 1;
        sentBytes += body.length;
        const sent = request(
          url + path,
          { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => chunks.push(chunk));
            answer.once('error', reject);
            answer.once('end', () => {
              const bytes = Buffer.concat(chunks);
              receivedBytes += bytes.length;
              if (answer.statusCode === 200) resolve(new Uint8Array(bytes));
              else reject(new Error(`${path}: ${answer.statusCode} ${bytes.toString()}`));
            });
          },
        );
        sent.once('error', reject);
        sent.end(body);
      }),
    async *exchange(path, headers, body) {
      requests += 1;
      const sent = request(url + path, { method: 'POST', agent, headers });
      const answered = answerTo(sent);
      const counted = function* () {
        for (const part of body) {
          sentBytes += part.length;
          yield part;
        }
      };
      const isSent = pipeline(Readable.from(counted(), { objectMode: false }), sent);
      const answer = await answered;
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
      answer.on('data', (chunk: Buffer) => (receivedBytes += chunk.length));
      for await (const element of readElements(answer, messageLimitBytes)) {
        if (!element.ok) throw new Error(`${path}: the stream is ${element.error}`);
        yield element.value;
      }
      await isSent;
    },
    counted: () => ({ requests, sentBytes, receivedBytes }),
    close: () => agent.destroy(),
  };
}

const messageLimitBytes = 16 * 2 ** 20;

const answerTo = (sent: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
