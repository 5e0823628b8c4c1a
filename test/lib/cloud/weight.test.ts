import { buildSync } from 'esbuild';
import { bundling } from '../../../lib/cloud/lambda';
import { root } from './synth';

/** As the cloud bundles it. */
function bundle(door: string) {
  const { externalModules: external, ...options } = bundling;
  const { outputFiles, metafile } = buildSync({
    ...options,
    external,
    entryPoints: [`functions/${door}.ts`],
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  return {
    kilobytes: outputFiles[0]!.contents.length / 1000,
    inputs: Object.entries(output!.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    imports: output!.imports,
    later: Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
      imports
        .filter(({ kind, external }) => kind === 'dynamic-import' && !external)
        .map(({ path }) => `${file}: ${path}`),
    ),
  };
}

const doors = ['dispatch', 'sweep', 'watch', 'send', 'events', 'inbound', 'public', 'staff', 'seed'];
const bundles = new Map(doors.map((door) => [door, bundle(door)]));

it('the sender stays light', () => {
  expect(bundles.get('send')!.kilobytes).toBeLessThanOrEqual(650);
});

it.each(doors)('%s carries no MJML and no YAML: both are for the build', (door) => {
  expect(
    bundles
      .get(door)!
      .inputs.filter((file) => /node_modules\/(mjml|yaml|dynalite|hono\/dist\/helper\/testing)/.test(file)),
  ).toEqual([]);
});

it.each(doors.filter((door) => door !== 'staff'))('%s builds its schemas with the small zod', (door) => {
  expect(bundles.get(door)!.inputs.filter((file) => file.includes('node_modules/zod/v4/classic/'))).toEqual([]);
});

it.each(doors)('%s asks for what was left out only when it must', (door) => {
  const eager = bundles
    .get(door)!
    .imports.filter(
      ({ kind, path, external }) => external && kind !== 'dynamic-import' && bundling.externalModules.includes(path),
    );
  expect(eager).toEqual([]);
});

it.each(doors)(
  '%s loads none of its own files later, which would keep all that file shares from being shaken',
  (door) => {
    expect(bundles.get(door)!.later.filter((one) => one.startsWith('functions/'))).toEqual([]);
  },
);

it('only the senders have the clients that send', () => {
  const sending = doors.filter((door) =>
    bundles.get(door)!.inputs.some((file) => /client-(sesv2|pinpoint-sms-voice-v2)/.test(file)),
  );
  expect(sending).toEqual(['send']);
});

it('only the reader of texts carries the recogniser: it is the heaviest of our own files', () => {
  const recogniser =
    /^functions\/core\/(lexicon|triage|replies\/(keyword|opt-out|opt-out-phrases|phrases)|messages\/quote|membership\/relearned)\b/;
  const isRecogniser = (file: string) => recogniser.test(file);
  const reading = doors.filter((door) => bundles.get(door)!.inputs.some(isRecogniser));
  expect(reading).toEqual(['inbound']);
  expect(bundles.get('inbound')!.inputs.filter(isRecogniser)).toContain('functions/core/triage/urgency.ts');
});
