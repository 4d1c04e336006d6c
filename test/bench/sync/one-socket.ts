/** HTTP over one kept-alive socket, one request after the other, counted. */
import { Agent, request } from 'node:http';

export type OneSocket = {
  /** Resolves to the answer's body; rejects when the status is not 200. */
  readonly post: (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
  ) => Promise<Uint8Array>;
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
    counted: () => ({ requests, sentBytes, receivedBytes }),
    close: () => agent.destroy(),
  };
}
