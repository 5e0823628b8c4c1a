import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import type { Practice } from '../../functions/core/practice/practice';
import { root } from './lambda';
import { keep } from './lifetimes';

interface ConsoleProps {
  site: IBucket;
  distribution: IDistribution;
  key: IKey;
  /** What the console reads before anyone signs in. */
  config: Record<string, string | Practice['logo']>;
}

/** Builds the staff console and copies it to the bucket, with this stage's settings beside it. */
export function publishConsole(scope: Construct, { site, distribution, key, config }: ConsoleProps): BucketDeployment {
  const built = Source.asset(join(root, 'web'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: { image: DockerImage.fromRegistry('none'), local: { tryBundle } },
  });
  return new BucketDeployment(scope, 'Console', {
    sources: [built, Source.jsonData('config.json', config)],
    destinationBucket: site,
    destinationKeyPrefix: 'staff',
    // Files with a hash could be kept for ever; the page that names them must not be, and one rule for all is simple.
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: ['/staff/*'],
    memoryLimit: 512,
    logGroup: new LogGroup(scope, 'ConsoleLog', { retention: keep.deployment, encryptionKey: key }),
  });
}

/** Needs no Docker: the same build as at home. */
function tryBundle(outDir: string): boolean {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', 'web', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The console could not be built.\n${stderr}`);
  return true;
}
