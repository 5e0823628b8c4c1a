import { SegmentedMessage } from 'sms-segments-calculator';
import { split } from 'split-sms';
import { sendable } from '../../functions/core/messages/message';
import { segments } from '../../functions/core/practice/gsm';
import { merge, mergeValues } from '../../functions/core/series/merge';
import { all, practice } from '../templates/sample';
import { serviceTexts } from './mails';

const values = mergeValues(
  practice,
  'Maximiliana',
  'https://tips.practice.example/c/k1.abcdefghijklmnopqrstuvwxyzabcdef',
);
const tips = all.flatMap(({ seriesId, steps }) =>
  Object.entries(steps).flatMap(([id, { words, variants }]) =>
    [words, ...variants.map((one) => one.words)].map(({ text }) => ({
      name: `${seriesId}/${id}`,
      text: sendable(merge(text, values)),
    })),
  ),
);

it.each([...tips, ...serviceTexts].map(({ name, text }) => [name, text]))(
  'two calculators count the parts of %s as we do',
  (_, text) => {
    const { encoding, parts } = segments(text);
    expect(split(text)).toMatchObject({
      characterSet: encoding === 'GSM-7' ? 'GSM' : 'Unicode',
      parts: { length: parts },
    });
    expect(new SegmentedMessage(text)).toMatchObject({ encodingName: encoding, segmentsCount: parts });
    expect(parts).toBeLessThanOrEqual(2);
  },
);
