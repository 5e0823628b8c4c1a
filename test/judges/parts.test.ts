import { SegmentedMessage } from 'sms-segments-calculator';
import { split } from 'split-sms';
import { textOf } from '../../functions/core/messages/message';
import { segments } from '../../functions/core/practice/gsm';
import { practice, readings } from '../templates/sample';
import { serviceTexts } from './mails';

const link = 'https://tips.practice.example/c/k1.abcdefghijklmnopqrstuvwxyzabcdef';
const tips = readings.map(([name, reading]) => ({
  name,
  text: textOf(reading, { practice, firstName: 'Maximiliana', link }),
}));

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
