// What every suite against the practice company begins with: `node <suite>.mjs <path of tieout-sandbox>`, and
// TIEOUT_COMPAT_MODULES, the folder of the client libraries.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const modules = process.env.TIEOUT_COMPAT_MODULES;
export const program = process.argv[2];
if (!program || !modules) {
  console.error(`usage: TIEOUT_COMPAT_MODULES=<node_modules> node ${basename(process.argv[1])} <tieout-sandbox>`);
  process.exit(2);
}
export const require = createRequire(join(modules, 'package.json'));

/** A practice company on free ports, where it answers, and its end. */
export function startPractice(...options) {
  const child = spawn(program, ['--port-base', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = () => {
    child.removeAllListeners('exit');
    child.kill();
  };
  return new Promise((resolve, reject) => {
    let line = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the practice company ended: ${code}`)));
    child.stdout.on('data', (bytes) => {
      line += bytes;
      if (line.includes('\n')) resolve({ addresses: JSON.parse(line), stop });
    });
  });
}
