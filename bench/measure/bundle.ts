import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundling } from '../../lib/cloud/lambda';

export interface Bundle {
  file: string;
  kilobytes: number;
  /** Files of which anything was left in it, from the root of the project. */
  inputs: string[];
}

/** One bundle with the options of the cloud, of a door or of a few lines of source, written into a folder. */
export function bundle(
  root: string,
  folder: string,
  name: string,
  from: { door: string } | { source: string },
): Bundle {
  const { externalModules: external, ...options } = bundling;
  const { outputFiles, metafile } = buildSync({
    ...options,
    external,
    ...('door' in from ? { entryPoints: [from.door] } : { stdin: { contents: from.source, resolveDir: root } }),
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
  });
  const { contents } = outputFiles[0]!;
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output!.inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [file] : [],
  );
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, contents);
  return { file, kilobytes: contents.length / 1000, inputs };
}
