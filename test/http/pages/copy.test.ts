import { copiesOf } from '../../../functions/http/pages/copy/copy';
import { differences, leavesOf } from '../../support/catalogue';
import { practice as asking } from '../../support/practice';

const copies = copiesOf(asking.words);

describe('the copy of the pages', () => {
  test('says the same things in both languages: same keys, facts, numbers and links', async () => {
    expect((await leavesOf(copies.en)).size).toBeGreaterThan(5);
    expect(await differences(copies.en, copies.es)).toEqual([]);
  });

  test('a fact that one language forgets is seen', async () => {
    const hello = ({ name }: { name: string }) => `Hello, ${name}, in 7 days`;
    expect(await differences({ a: { hello } }, { a: { hello: () => 'Hola' } })).toEqual([
      'a.hello: facts ⟦name⟧ against none',
      'a.hello: digits 7 against none',
    ]);
    expect(await differences({ a: 'one' }, { b: 'uno' })).toEqual([
      'a is in one catalogue only',
      'b is in one catalogue only',
    ]);
  });
});
