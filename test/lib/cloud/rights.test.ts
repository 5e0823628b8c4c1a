import type { Config } from '../../../functions/config';
import { ground, systemEdges } from '../../../functions/ground';
import { access } from '../../../lib/cloud/access';
import { createTables } from '../../../lib/local/aws/dynamo';
import { type Engine, engines } from '../../support/tables';
import { all, practice } from '../../templates/sample';

/** What the emulated cloud cannot show, because its stage is not production. */
describe('in production', () => {
  let engine: Engine;
  const calls: string[] = [];
  beforeAll(async () => {
    process.env.AWS_REGION ??= 'us-east-1';
    process.env.AWS_ACCESS_KEY_ID ??= 'local';
    process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
    engine = await engines.dynalite!();
  });
  afterAll(() => engine.stop());

  const production = () => {
    const tables = { subscribers: 's', guards: 'g', ledger: 'l', records: 'r', departures: 'd', audit: 'a' };
    const named = Object.fromEntries(Object.entries(tables).map(([name, one]) => [name, `${one}-table`]));
    const endpoints = { dynamodb: engine.endpoint };
    const config = { stage: 'prod', allowList: [], practice, tables: named, linkKeys: [], guardSecret: 'x', endpoints };
    return { ...ground(config as unknown as Config, systemEdges), tables: named as Config['tables'] };
  };

  it.each(['public', 'inbound'] as const)(
    '%s finds the version to begin with, though a draft is newer, with the rights it has',
    async (door) => {
      const { client, series, latest, tables } = production();
      await createTables(client, tables);
      const [first] = all;
      await series.publish({ ...first!, version: 1, approval: 'approved' });
      await series.publish({ ...first!, version: 2, approval: 'draft' });
      client.middlewareStack.add(
        (next, { commandName = '' }) =>
          async (args) => {
            calls.push(commandName.replace('Command', '').replace(/^(Get|Put)$/, '$1Item'));
            return next(args);
          },
        { step: 'initialize' },
      );
      expect(await latest(first!.seriesId)).toMatchObject({ version: 1 });
      expect([...new Set(calls)].sort()).toEqual(['GetItem', 'Query']);
      expect(access[door].records.series).toEqual(expect.arrayContaining(calls));
      client.destroy();
    },
  );
});
