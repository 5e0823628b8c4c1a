import fc from 'fast-check';
import { derivedId, newId } from '../../../functions/core/base/id';
import { hour } from '../../../functions/core/base/time';
import { refusesTests, testAddress } from '../../../functions/core/membership/test-recipient';
import { refuseSample, sampleOf } from '../../../functions/core/series/sample';
import { testItemId, withTest } from '../../../functions/core/series/test-send';
import { practice } from '../../templates/sample';

describe('the quota of a member of staff', () => {
  const quota = { id: 'kim', rev: 1, createdAt: 0, times: [] as number[] };

  test('no hour, wherever it begins, holds more than twenty tests', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(hour / 6), { maxLength: 200 }), (gaps) => {
        let now = 0;
        let kept = quota;
        const sent: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const more = withTest(kept, now);
          const recent = sent.filter((at) => at > now - hour).length;
          expect(more === undefined).toBe(recent >= 20);
          if (!more) continue;
          sent.push(now);
          kept = more;
        }
        expect(kept.times.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('a made-up person', () => {
  test.each(practice.questions.samples.map(({ id }) => id))(
    '%s has an id that no link of a real person holds',
    (sample) => {
      expect(() => refuseSample(sampleOf(practice, sample, 0).id)).toThrow('test message');
    },
  );

  test('no id we make is taken for one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.string(), (bytes, part) => {
        for (const id of [newId('sub', () => bytes), derivedId('sub', part), testItemId(part)])
          expect(() => refuseSample(id)).not.toThrow();
      }),
    );
  });
});

describe('a recipient', () => {
  test('is found by name alone, and its address is spelled as everywhere', () => {
    const listed = {
      ...practice,
      testRecipients: [{ name: 'Kim', email: 'Kim@Practice.example', phone: '+17705550120' }],
    };
    expect(testAddress(listed, 'Kim', 'email')).toBe('kim@practice.example');
    expect(testAddress(listed, 'Kim', 'sms')).toBe('+17705550120');
    expect(() => testAddress({ ...practice, testRecipients: [] }, 'Kim', 'email')).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'recipient' }),
    );
  });

  test.each([
    ['stop', 'sms', true],
    ['unsubscribed', 'sms', true],
    ['bounce', 'email', true],
    ['complaint', 'email', true],
    ['unsubscribed', 'email', false],
    ['staff', 'email', false],
  ] as const)('suppressed by %s on %s gets no test: %s', (reason, channel, refused) => {
    const guard = { key: 'k', rev: 1, channel, asked: [] };
    expect(refusesTests({ ...guard, suppressed: { reason, at: 0 } }, channel)).toBe(refused);
    expect(refusesTests(guard, channel)).toBe(false);
  });
});
