import { type App, Tags } from 'aws-cdk-lib';
import type { Practice } from '../../functions/core/practice/practice';
import type { Stage } from '../settings';
import { AppStack } from './app-stack';
import { CopiesStack } from './copies-stack';
import { EdgeStack } from './edge-stack';
import { MessagingStack } from './messaging-stack';
import { OpsStack } from './ops-stack';
import { StorageStack } from './storage-stack';
import { TextsStack } from './texts-stack';

export interface Wanted {
  stage: Stage;
  practice: Practice;
  /** The built-in series, as JSON. */
  series: string;
  /** Folder of the practice's drawings. */
  drawings: string;
}

/** The firewall and the certificate of CloudFront live here and nowhere else, and one region is simpler than two. */
const region = 'us-east-1';

/** One stage as stacks by lifetime: what is kept for ever, what is earned, what is replaced weekly, who watches, the front. */
export function buildStacks(app: App, { stage, practice, series, drawings }: Wanted) {
  const named = (kind: string) => `Stridewell-${stage.name}-${kind}`;
  const common = { stage, env: { region } };
  const storage = new StorageStack(app, named('storage'), common);
  const messaging = new MessagingStack(app, named('messaging'), { ...common, practice, key: storage.key });
  const { copyTo } = stage.backup;
  const copies = copyTo && new CopiesStack(app, named('copies'), { stage, env: { region: copyTo } });
  // The vault must be there before anything is copied into it.
  if (copies) storage.addDependency(copies);
  const { eventTopic, inboundTopic } = messaging;
  const texts =
    stage.texts &&
    new TextsStack(app, named('texts'), { ...common, ...stage.texts, practice, eventTopic, inboundTopic });
  const code = new AppStack(app, named('app'), { ...common, practice, series, drawings, storage, messaging, texts });
  const ops = new OpsStack(app, named('ops'), { ...common, storage, app: code });
  const edge =
    stage.web && new EdgeStack(app, named('edge'), { ...common, web: stage.web, practice, storage, app: code });
  Tags.of(app).add('service', 'stridewell');
  Tags.of(app).add('stage', stage.name);
  return { storage, ...(copies ? { copies } : {}), messaging, texts, app: code, ops, edge };
}
