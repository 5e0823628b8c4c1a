import type { Subscriber } from '../../core/person/subscriber';
import type { Practice } from '../../core/practice/practice';
import { isNotice, noticeNames } from '../../core/reporting/spoken';
import type { Delivery } from '../../core/sending/delivery';
import { merge, mergeValues } from '../../core/series/merge';
import type { SeriesVersion } from '../../core/series/series';
import { readIn, readingFor } from '../../core/series/step';
import type { OfPractice, People, Series } from '../ports';

export type ShowPorts = OfPractice & People<'load'> & Series<'version'>;

export interface ShownMessage {
  delivery: Delivery;
  firstName: string;
  subject?: string;
}

const noName = '(no name)';
/** Of people whose data is deleted only opaque ids are left. */
const gone = '(deleted)';

export const nameOf = (person: Subscriber | undefined): string =>
  person === undefined ? gone : person.profile?.firstName || noName;

/** Messages with the names and subjects staff know them by; each person and version is read once. */
export async function showMessages(ports: ShowPorts, messages: Delivery[]): Promise<ShownMessage[]> {
  const people = await peopleById(
    ports,
    messages.map(({ subscriber }) => subscriber),
  );
  const versions = new Map<string, Promise<SeriesVersion | undefined>>();
  const versionOf = ({ seriesId, version }: Delivery): Promise<SeriesVersion | undefined> | undefined => {
    if (seriesId === undefined || version === undefined) return undefined;
    const key = `${seriesId}#${version}`;
    const known = versions.get(key) ?? ports.series.version(seriesId, version);
    versions.set(key, known);
    return known;
  };
  return Promise.all(
    messages.map(async (delivery) => {
      const person = people.get(delivery.subscriber);
      const subject = subjectOf(ports.practice, await versionOf(delivery), delivery.stepId, person);
      return { delivery, firstName: nameOf(person), ...(subject === undefined ? {} : { subject }) };
    }),
  );
}

export async function peopleById(ports: People<'load'>, ids: string[]): Promise<Map<string, Subscriber>> {
  const found = await Promise.all([...new Set(ids)].map((id) => ports.people.load(id)));
  return new Map(found.filter((person) => person !== undefined).map((person) => [person.id, person]));
}

/** What a message is called: its subject, merged, or what a notice is about. */
export function subjectOf(
  practice: Practice,
  version: SeriesVersion | undefined,
  stepId: string,
  person?: Subscriber,
): string | undefined {
  if (isNotice(stepId)) return noticeNames[stepId];
  const step = version && Object.hasOwn(version.steps, stepId) ? version.steps[stepId] : undefined;
  if (!version || !step) return undefined;
  const { profile } = person ?? {};
  const { words, locale } = profile ? readingFor(version, stepId, profile) : readIn(step.words, 'en');
  return merge(words.subject, mergeValues(practice, profile?.firstName ?? '', locale));
}
