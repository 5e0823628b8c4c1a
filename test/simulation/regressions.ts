import type { Run } from './simulate';

/** Seeds that once broke a rule, each with what it found; they are run on every push. */
export const regressions: (Pick<Run, 'seed' | 'runnerDays'> & { story: string })[] = [
  {
    seed: 2,
    runnerDays: 300,
    story: 'a text lived until the end of the window counted from before its request, seconds too long',
  },
  { seed: 6, runnerDays: 300, story: 'a sign-up whose save was answered late asked the same person to confirm twice' },
  { seed: 86, runnerDays: 300, story: '"worse" while a request was refused: the old path\'s step was tried again' },
  {
    seed: 123,
    runnerDays: 300,
    story: 'a YES that a STOP overtook wiped the count of confirmations, so a second was sent within a day',
  },
  {
    seed: 193,
    runnerDays: 300,
    story: 'a skip written to the ledger while STOP took the run: not lost, thought over again',
  },
  { seed: 116, runnerDays: 250, story: 'a campaign paused past its end was called finished without its last look' },
  { seed: 432, runnerDays: 400, story: 'two clocks apart showed a step that had been skipped as one in doubt' },
  {
    seed: 18,
    runnerDays: 10_000,
    story: 'an old link of somebody who had signed up anew closed the address and left the new person open',
  },
  {
    seed: 307,
    runnerDays: 10_000,
    story:
      'a YES that answered another question joined the sign-up of a stranger, whose question a crash had left unput',
  },
  {
    seed: 482,
    runnerDays: 10_000,
    story:
      'a YES that hung took the number from the record that had proven it meanwhile, so its goodbye missed that one',
  },
  {
    seed: 273,
    runnerDays: 10_000,
    story: 'a request for a visit made again a day later sent once more what had been taken as sent',
  },
  {
    seed: 953,
    runnerDays: 10_000,
    story: 'a worker that hung wrote an old doubt into the ledger after the step had been skipped',
  },
];
