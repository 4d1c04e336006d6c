/**
 * How long a body may take. Node's own limit is for the whole of a request, which would end the stream of a slow
 * phone that sends one message after another: here each of them has the time that a single one has.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Cuts the connection off when the body has not come within the time, read by anybody or not. */
export function limitBody(
  request: IncomingMessage,
  response: ServerResponse,
  limitMs: number,
): void {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
  const timer = setTimeout(() => cutOff(request, response), limitMs);
  timer.unref();
  timers.set(request, timer);
  const stop = () => clearTimeout(timer);
  request.once('end', stop).once('close', stop);
}

/** A message of the body is complete: the next one has its time from now on. */
export const restartBodyLimit = (request: IncomingMessage): void =>
  void timers.get(request)?.refresh();

function cutOff({ socket }: IncomingMessage, { headersSent }: ServerResponse): void {
  if (!headersSent) socket.write('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n');
  socket.destroySoon();
}
