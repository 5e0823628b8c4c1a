import fc from 'fast-check';
import { channelNames } from '../../../functions/core/base/channel';
import { choiceIn, choiceText, profileCompleted } from '../../../functions/core/membership/choice';
import { type Preference, preferenceSchema } from '../../../functions/core/membership/preference';

const on = fc.boolean();
const choices: fc.Arbitrary<Preference> = fc.oneof(
  fc.record({ set: fc.constant('channel' as const), channel: fc.constantFrom(...channelNames), on }),
  fc.record({ set: fc.constant('topic' as const), seriesId: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/), on }),
  fc.record({ set: fc.constant('pause' as const), on }),
  fc.record({ set: fc.constant('locale' as const), locale: fc.constantFrom('en' as const, 'es' as const) }),
  fc.record({ set: fc.constant('data' as const), action: fc.constantFrom('download' as const, 'delete' as const) }),
);

test('every choice that the page offers is read back from the history as it was made', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      expect(preferenceSchema.parse(choice)).toEqual(choice);
      expect(choiceIn(choiceText(choice))).toEqual(choice);
    }),
  );
});

test.each(['', profileCompleted, 'paused', 'fax off', 'topic Back on', 'language fr', 'asked to sell data'])(
  'the words "%s" name no choice',
  (text) => {
    expect(choiceIn(text)).toBeUndefined();
  },
);
