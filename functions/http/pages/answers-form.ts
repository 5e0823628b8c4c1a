import { html } from 'hono/html';
import type { QuestionPage, Questions } from '../../core/practice/questions';
import type { Fields } from '../guard';
import { box, type Filled, input, type Option, select } from './field';
import { switchName } from './language';
import type { Html, Look } from './layout';
import { answersIn, asTruth } from './question';

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

/**
 * A form as the JSON of the contract: words to booleans, empty fields away, answers as their questions want them. What it
 * does not know stays as it is, so that the schema can name it.
 */
export function fromForm(form: Fields, questions: Questions, page: QuestionPage): Fields {
  const { website: _trap, started: _started, spelling: _way, spelled: _seen, [switchName]: _switch, ...given } = form;
  const fields: Fields = {};
  for (const [name, value] of Object.entries(given)) if (value !== '') fields[name] = value;
  for (const name of ['emailConsent', 'smsConsent', 'adult']) if (name in fields) fields[name] = asTruth(fields[name]);
  return answersIn(fields, questions, page);
}
