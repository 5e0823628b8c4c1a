import { html } from 'hono/html';
import { type PlainAnswers, painOf, places, tinglings, triggers } from '../../core/membership/signup';
import type { Practice } from '../../core/practice/practice';
import type { Fields } from '../guard';
import { emergencyNotice, signs } from './emergency';
import { box, type Filled, input, type Option, pick, select } from './field';
import type { Html } from './layout';

const zones: Option[] = [
  ['', 'I am not sure'],
  ['America/New_York', 'Eastern'],
  ['America/Chicago', 'Central'],
  ['America/Denver', 'Mountain'],
  ['America/Phoenix', 'Arizona'],
  ['America/Los_Angeles', 'Pacific'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
  ['America/Puerto_Rico', 'Puerto Rico'],
];

/** A page shown again keeps a zone the browser chose that is not in the list. */
function zoneOptions({ values }: Filled): Option[] {
  const { timeZone } = values;
  if (typeof timeZone !== 'string' || zones.some(([zone]) => zone === timeZone)) return zones;
  return [...zones, [timeZone, timeZone.replaceAll('_', ' ')]];
}

/** How they run and where it hurts, in plain words; shared by the sign-up and by those who began with a text. */
export const runningAndBack = (filled: Filled): Html => html`<section class="card" aria-labelledby="running">
<h2 id="running">Your running</h2>
${pick(
  filled,
  'experience',
  'How do you run?',
  [
    ['new', 'I am new to running'],
    ['regular', 'I run most weeks'],
    ['competitive', 'I train to race'],
  ],
  { required: true },
)}
${pick(
  filled,
  'crossTraining',
  'Would you try other sports too, such as swimming or cycling?',
  [
    ['true', 'Yes'],
    ['false', 'I would rather only run'],
  ],
  { pair: true, required: true },
)}
</section>
<section class="card" aria-labelledby="back">
<h2 id="back">Your back</h2>
${emergencyNotice()}
${pick(filled, 'redFlags', 'Do you have any of these signs?', Object.entries(signs), { many: true, hint: 'Choose all that fit. Leave empty if none do.' })}
${pick(
  filled,
  'where',
  'Where does it hurt?',
  [
    ['none', 'Nothing hurts right now'],
    ['low-back', 'My lower back'],
    ['hip', 'My hip or buttock'],
    ['leg', 'Down my leg'],
  ],
  { required: true },
)}
${pick(
  filled,
  'brings',
  'What brings it on?',
  [
    ['running', 'Running or a hard workout. Rest helps.'],
    ['sitting', 'Sitting or standing a long time. Moving helps.'],
    ['always', 'It is there even when I rest'],
    ['unsure', 'I am not sure'],
  ],
  { hint: 'Skip this if nothing hurts.' },
)}
${pick(
  filled,
  'leg',
  'Do you feel tingling or numbness down a leg?',
  [
    ['no', 'No'],
    ['yes', 'Yes'],
    ['unsure', 'I am not sure'],
  ],
  { pair: true, required: true },
)}
</section>`;

export const nameField = (filled: Filled): Html =>
  input(filled, { name: 'firstName', label: 'First name', autocomplete: 'given-name', required: true, max: 60 });

/** Asked where there is a choice. */
function nearestOffice(filled: Filled, { locations }: Practice): Html | '' {
  if (locations.length < 2) return '';
  const offices: Option[] = locations.map(({ id, name }) => [id, name]);
  return select(filled, 'location', 'Nearest office (optional)', 'Where a visit would suit you best.', [
    ['', 'No preference'],
    ...offices,
  ]);
}

export const whereYouAre = (
  filled: Filled,
  practice: Practice,
): Html => html`${select(filled, 'timeZone', 'Time zone', 'So that nothing reaches you at a bad hour.', zoneOptions(filled))}
${input(filled, { name: 'postalCode', label: 'ZIP code (optional)', autocomplete: 'postal-code', inputmode: 'numeric', short: true, max: 20 })}
${nearestOffice(filled, practice)}`;

export const adultBox = (filled: Filled): Html => box(filled, 'adult', 'I am 18 or older.', true);

const truths: Record<string, boolean> = {
  true: true,
  on: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

/**
 * A form as the JSON of the contract: words to booleans, empty fields away, plain answers to `pain`. What it does not
 * know stays as it is, so that the schema can name it.
 */
export function fromForm(form: Fields): Fields {
  const { where, brings, leg, website: _trap, started: _started, spelling: _way, spelled: _seen, ...given } = form;
  const fields: Fields = {};
  for (const [name, value] of Object.entries(given)) if (value !== '') fields[name] = value;
  for (const name of ['emailConsent', 'smsConsent', 'crossTraining', 'adult']) {
    const value = fields[name];
    if (typeof value === 'string' && value in truths) fields[name] = truths[value];
  }
  if (typeof fields.redFlags === 'string') fields.redFlags = [fields.redFlags];
  const plain = plainAnswers({ where, brings, leg });
  if (plain) fields.pain = painOf(plain);
  return fields;
}

function plainAnswers({ where, brings, leg }: Fields): PlainAnswers | undefined {
  const one = <T extends string>(list: readonly T[], given: unknown) => list.find((option) => option === given);
  const place = one(places, where);
  return place && { where: place, brings: one(triggers, brings), leg: one(tinglings, leg) };
}
