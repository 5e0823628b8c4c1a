import { StridewellError } from '../../core/base/error';
import { explain, type Question, runOf } from '../../core/reporting/explain';
import { deliveryId } from '../../core/sending/delivery';
import type { Books, Clock, ControlSwitches, Ledger, People } from '../ports';

export type ExplainPorts = Clock & People<'load'> & Books & ControlSwitches<'read'> & Ledger<'delivery'>;

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
