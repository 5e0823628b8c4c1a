import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { hour, second } from '../core/base/time';
import type { Charge } from '../core/membership/budget';
import { held } from './item';
import { budgetPrefix } from './schema';

/**
 * Counts that all functions share, beside the guards because both are keyed hashes of addresses. Each is one item an
 * hour, forgotten by DynamoDB some time after: a number and nothing of whom it counts. The busiest item is the one of
 * everybody, and it is written at most as often as the API lets requests through (200 a second; an item takes 1,000).
 */
export function budgetStore(client: DynamoDBDocumentClient, table: string, keyOf: (of: string) => string) {
  const charged = ({ of, most, until }: Charge): Promise<boolean> =>
    held(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { key: `${budgetPrefix}${keyOf(of)}` },
          UpdateExpression: 'ADD #n :one SET #ends = :ends',
          ConditionExpression: 'attribute_not_exists(#n) OR #n < :most',
          ExpressionAttributeNames: { '#n': 'n', '#ends': 'ends' },
          ExpressionAttributeValues: { ':one': 1, ':most': most, ':ends': Math.ceil((until + hour) / second) },
        }),
      ),
    );

  return {
    /** Counts one more in each round; false from the first round in which a budget is used up, and later ones stay as they are. */
    async spend(rounds: Charge[][]): Promise<boolean> {
      for (const round of rounds) {
        const within = await Promise.all(round.map(charged));
        if (within.includes(false)) return false;
      }
      return true;
    },
  };
}
