import { html } from 'hono/html';
import { type PlainAnswers, painOf, places, tinglings, triggers } from '../../core/membership/signup';
import type { Fields } from '../guard';
import { emergencyNotice, watchedSigns } from './emergency';
import { box, type Filled, input, type Option, pick, select } from './field';
import type { Html, Look } from './layout';

/** A page shown again keeps a zone the browser chose that is not in the list. */
function zoneOptions({ values }: Filled, { copy: { joining } }: Look): Option[] {
  const { timeZone } = values;
  const zones: Option[] = [
    ['', joining.zones.unsure],
    ['America/New_York', joining.zones.eastern],
    ['America/Chicago', joining.zones.central],
    ['America/Denver', joining.zones.mountain],
    ['America/Phoenix', joining.zones.arizona],
    ['America/Los_Angeles', joining.zones.pacific],
    ['America/Anchorage', joining.zones.alaska],
    ['Pacific/Honolulu', joining.zones.hawaii],
    ['America/Puerto_Rico', joining.zones.puertoRico],
  ];
  if (typeof timeZone !== 'string' || zones.some(([zone]) => zone === timeZone)) return zones;
  return [...zones, [timeZone, timeZone.replaceAll('_', ' ')]];
}

/** How they run and where it hurts, in plain words; shared by the sign-up and by those who began with a text. */
export const runningAndBack = (
  look: Look,
  filled: Filled,
): Html => html`<section class="card" aria-labelledby="running">
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
${emergencyNotice(look)}
${watchedSigns(look, pick(filled, 'redFlags', 'Do you have any of these signs?', Object.entries(look.copy.care.signs), { many: true, hint: 'Choose all that fit. Leave empty if none do.' }))}
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

export const nameField = ({ copy }: Look, filled: Filled): Html =>
  input(filled, {
    name: 'firstName',
    label: copy.joining.firstName,
    autocomplete: 'given-name',
    required: true,
    max: 60,
  });

/** Asked where there is a choice. */
function nearestOffice({ practice: { locations }, copy: { joining } }: Look, filled: Filled): Html | '' {
  if (locations.length < 2) return '';
  const offices: Option[] = locations.map(({ id, name }) => [id, name]);
  return select(filled, 'location', joining.office, joining.officeHint, [['', joining.noOffice], ...offices]);
}

export function whereYouAre(look: Look, filled: Filled): Html {
  const { joining } = look.copy;
  return html`${select(filled, 'timeZone', joining.timeZone, joining.timeZoneHint, zoneOptions(filled, look))}
${input(filled, { name: 'postalCode', label: joining.postalCode, autocomplete: 'postal-code', inputmode: 'numeric', short: true, max: 20 })}
${nearestOffice(look, filled)}`;
}

export const adultBox = ({ copy }: Look, filled: Filled): Html => box(filled, 'adult', copy.joining.adult, true);

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
  const {
    where,
    brings,
    leg,
    website: _trap,
    started: _started,
    spelling: _way,
    spelled: _seen,
    read: _switch,
    ...given
  } = form;
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
