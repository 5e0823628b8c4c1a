import { StridewellError } from '../../core/base/error';
import type { Instant } from '../../core/base/time';
import type { Subscriber } from '../../core/person/subscriber';
import { explain, type Question, runOf } from '../../core/reporting/explain';
import type { Controls } from '../../core/sending/controls';
import { type Delivery, deliveryId } from '../../core/sending/delivery';
import type { Book } from '../../core/series/enrollment';

export interface ExplainPorts {
  now(): Instant;
  people: { load(id: string): Promise<Subscriber | undefined> };
  book(person: Subscriber): Promise<Book>;
  controls: { read(): Promise<Controls> };
  ledger: { delivery(subscriber: string, id: string): Promise<Delivery | undefined> };
}

/** Why this person did not get this step, or when they did or will. */
export async function explainStep(ports: ExplainPorts, id: string, question: Question): Promise<string> {
  const person = await ports.people.load(id);
  if (!person) throw new StridewellError('not-found', 'There is no such person. They may have had their data deleted.');
  const run = runOf(person, question);
  const [book, controls, delivery] = await Promise.all([
    ports.book(person),
    ports.controls.read(),
    run && ports.ledger.delivery(id, deliveryId(run.id, question.stepId)),
  ]);
  return explain(person, delivery, question, book, ports.now(), controls);
}
