import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drill } from './kill/drill';

// npx tsx bench/drill.ts --runs 20 [--seed 1] [--people 30] [--kills 4]
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '30' },
    kills: { type: 'string', default: '4' },
  },
});
const root = join(import.meta.dirname, '..');
const say = (line: string) => process.stdout.write(`${line}\n`);
const total = { kills: 0, inMidJump: 0, accepted: 0, doubled: 0, lost: 0, afterGoodbye: 0 };

for (let run = 0; run < Number(values.runs); run += 1) {
  const seed = Number(values.seed) + run;
  const started = Date.now();
  const done = await drill({ root, seed, people: Number(values.people), kills: Number(values.kills) });
  total.kills += done.kills;
  total.inMidJump += done.inMidJump;
  total.accepted += done.accepted;
  total.doubled += done.doubled.length;
  total.lost += done.lost.length;
  total.afterGoodbye += done.afterGoodbye.length;
  const outcomes = Object.entries(done.outcomes).map(([name, count]) => `${count} ${name}`);
  say(
    `seed ${seed}: ${done.kills} kills (${done.inMidJump} in mid-jump), ${done.accepted} accepted, ${outcomes.join(', ')}, ` +
      `${done.goodbyes} goodbyes; doubled ${done.doubled.length}, lost ${done.lost.length}, ` +
      `after goodbye ${done.afterGoodbye.length} (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
  if (done.dataDir) say(`  kept in ${done.dataDir}`);
  for (const problem of [...done.doubled, ...done.lost, ...done.afterGoodbye].slice(0, 20)) say(`  ${problem}`);
}
say(
  `${values.runs} runs, ${total.kills} kills (${total.inMidJump} in mid-jump), ${total.accepted} messages accepted: ` +
    `${total.doubled} doubled, ${total.lost} lost, ${total.afterGoodbye} after a goodbye`,
);
if (total.doubled + total.lost + total.afterGoodbye > 0) process.exit(1);
