/** Starts the sync server: reads what it is told, puts the parts together, ends with an exit code. */
import { fileURLToPath } from 'node:url';
import { readCommand } from './config.ts';
import { runCommand } from './run-command.ts';

/** The exit code for a command line that makes no sense. */
const badUsage = 2;

const command = readCommand(process.argv.slice(2), process.env);
if (command.ok) {
  process.exitCode = await runCommand(command.value, {
    webDir: fileURLToPath(new URL('../web', import.meta.url)),
    admissionWorker: new URL('./admission-worker.js', import.meta.url),
  }).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  });
  process.exit();
} else {
  process.stderr.write(`${command.error}\n`);
  process.exitCode = badUsage;
}
