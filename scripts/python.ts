import { spawnSync } from 'node:child_process';

/** Before the cloud suite: what it needs beside npm is there, or is named in one sentence. */
const runs = (...args: string[]): boolean => spawnSync('python3', args, { stdio: 'ignore' }).status === 0;

const wanting = !runs('--version')
  ? 'Python 3 is not here (no python3 on the PATH).'
  : // Debian and Ubuntu ship Python without it; an environment cannot be made then.
    !runs('-c', 'import venv, ensurepip')
    ? 'Python cannot make environments here: install python3-venv (apt-get install python3-venv).'
    : undefined;
if (wanting) {
  process.stderr.write(`The emulated cloud is a Python program. ${wanting}\n`);
  process.exit(1);
}
