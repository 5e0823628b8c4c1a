import { practiceSchema } from '../../../functions/core/practice/practice';
import { seriesVersionSchema } from '../../../functions/core/series/series';
import { editCampaignSchema } from '../../../functions/http/staff/shapes/audience';
import { all, practice as whole } from '../../templates/sample';

const { questions: _questions, words: _words, ...practice } = whole;

const faults = (given: object) => [
  ...new Set(practiceSchema.safeParse(given).error?.issues.map(({ path }) => path.join('.'))),
];

it.each<[string, unknown, string]>([
  ['postalAddress', undefined, 'no mail goes out without an address (15 USC 7704(a)(5))'],
  ['postalAddress', '', 'nor with an empty one'],
  ['legalName', undefined, 'consent names its seller (47 CFR 64.1200(f)(9))'],
  ['shortName', '', 'each text begins with it (CTIA 5.1.3)'],
  ['phone', undefined, 'HELP and every page name a number'],
  ['noticeOfPrivacyPractices', undefined, 'each page links it (45 CFR 164.520)'],
  ['noticeOfPrivacyPractices', 'http://practice.example/npp', 'over https'],
])('a practice is refused whose %s is %j: %s', (field, value) => {
  expect(faults(practice)).toEqual([]);
  expect(faults({ ...practice, [field]: value })).toEqual([field]);
});

it('a practice is refused whose confirmations would come from the address of its campaigns', () => {
  const sender = { ...practice.sender, transactional: practice.sender.marketing.toUpperCase() };
  expect(faults({ ...practice, sender })).toEqual(['sender.transactional']);
});

it('nothing that is sent has a place for a sponsor: words, step, series, campaign and practice refuse the field', () => {
  const [series] = all;
  const [stepId, step] = Object.entries(series!.steps)[0]!;
  const sponsor = 'Sample Shoes';
  const withStep = (changed: object) => ({ ...series, steps: { ...series!.steps, [stepId]: changed } });
  const campaign = {
    name: 'Spring',
    seriesId: series!.seriesId,
    who: {},
    channels: ['email'],
    startDate: '2026-12-01',
    startTime: '10:00',
  };
  expect(seriesVersionSchema.safeParse(series).success).toBe(true);
  expect(editCampaignSchema.safeParse(campaign).success).toBe(true);
  for (const refused of [
    seriesVersionSchema.safeParse({ ...series, sponsor }),
    seriesVersionSchema.safeParse(withStep({ ...step, sponsor })),
    seriesVersionSchema.safeParse(withStep({ ...step, words: { ...step.words, sponsor } })),
    editCampaignSchema.safeParse({ ...campaign, sponsor }),
    practiceSchema.safeParse({ ...practice, sponsor }),
  ])
    expect(JSON.stringify(refused.error?.issues)).toMatch(/unrecognized_keys.*sponsor/);
});
