import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { shelfOf } from '../core/messages/text-link';
import type { RecordKind } from './schema';

const kind: RecordKind = 'link';
const keyOf = (owner: string) => ({ kind: `${kind}#${shelfOf(owner)}`, key: owner });

/** Whose the short links of texts are: shelves of opaque ids, one write for each person who ever gets such a text. */
export function textLinkStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async add(owner: string): Promise<void> {
      await client.send(new PutCommand({ TableName: table, Item: keyOf(owner) }));
    },

    async remove(owner: string): Promise<void> {
      await client.send(new DeleteCommand({ TableName: table, Key: keyOf(owner) }));
    },

    /** Among a hundred million people a shelf holds three. */
    async ownersOn(shelf: string): Promise<string[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'kind = :shelf',
          ExpressionAttributeValues: { ':shelf': `${kind}#${shelf}` },
          ConsistentRead: true,
        }),
      );
      return Items.map(({ key }) => String(key));
    },
  };
}
