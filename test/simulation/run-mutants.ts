import { bookingRests } from '../../functions/core/bookings/booking';
import type { Subscriber } from '../../functions/core/person/subscriber';
import { type Delivery, deliveryId } from '../../functions/core/sending/delivery';
import type { Mutant } from './world';

const withoutFacts = (person: Subscriber): Subscriber => {
  if (!person.profile) return person;
  const { seen: _seen, checkIn: _checkIn, location: _location, ...profile } = person.profile;
  return { ...person, profile };
};

/** Mutants that lose a run's owner, a person's request or a learned fact. */
export const runMutants: Mutant[] = [
  {
    name: 'one run per series',
    story: 'whoever ever got this message is left out of every campaign with it',
    sweep: (ports) => ({
      ...ports,
      people: {
        ...ports.people,
        change: async (id, edit) => {
          let left: Delivery | undefined;
          const saved = await ports.people.change(id, (person) => {
            left = undefined;
            const next = edit(person);
            const run = next?.enrollments.at(-1);
            if (!next || !run || person.enrollments.some((one) => one.id === run.id)) return next;
            const { id: target, seriesId, version, channel, campaignId, stepId = '', startedAt: at } = run;
            if (!person.enrollments.some((one) => one.seriesId === seriesId && one.channel === channel)) return next;
            const facts = { skipped: { at, note: 'already-in-series' } };
            const of = { subscriber: id, id: deliveryId(target, stepId), target, stepId, channel, marketing: true };
            left = { ...of, at, seriesId, version, facts, ...(campaignId ? { campaignId } : {}) };
            return undefined;
          });
          if (left) await ports.ledger.mergeDelivery(left);
          return saved;
        },
      },
    }),
  },
  {
    name: 'each pass begins anew',
    story: 'a later pass of a campaign does not know whom the first one took in',
    sweep: (ports) => {
      const blind = (person: Subscriber): Subscriber => ({
        ...person,
        enrollments: person.enrollments.filter(({ campaignId }) => campaignId === undefined),
      });
      return {
        ...ports,
        people: {
          page: async (limit, after) => {
            const page = await ports.people.page(limit, after);
            return { ...page, subscribers: page.subscribers.map(blind) };
          },
          change: (id, edit) =>
            ports.people.change(id, (person) => {
              const seen = blind(person);
              const next = edit(seen);
              if (!next) return undefined;
              const begun = next.enrollments
                .filter((run) => !seen.enrollments.includes(run))
                .map((run) => ({ ...run, id: `${run.id}${person.rev}` }));
              return { ...next, enrollments: [...person.enrollments, ...begun] };
            }),
        },
      };
    },
  },
  {
    name: 'the rest is the run’s',
    story: 'a request for a visit holds the runs of that day, and none that a campaign begins afterwards',
    send: (ports, world) => {
      const asRuns = (person: Subscriber): Subscriber => {
        const { visitUntil, ...rest } = person;
        const later = person.enrollments.some((run) => run.startedAt > (visitUntil ?? Infinity) - bookingRests);
        return later ? rest : person;
      };
      const back = (person: Subscriber): Subscriber => {
        const stored = world.store.people.get(person.id)?.visitUntil;
        return stored === undefined ? person : { ...person, visitUntil: stored };
      };
      return {
        ...ports,
        people: {
          load: async (id) => {
            const person = await ports.people.load(id);
            return person && asRuns(person);
          },
          // Not only the planner: the gate asks the person as well.
          save: async (person) => {
            const saved = await ports.people.save(back(person));
            return saved && asRuns(saved);
          },
          change: (id, edit, known) =>
            ports.people.change(
              id,
              (person) => {
                const next = edit(asRuns(person));
                return next && back(next);
              },
              known && back(known),
            ),
        },
      };
    },
  },
  {
    name: 'forms unlearn',
    story: 'signing up again, or texts turned on again, replaces the whole profile',
    confirm: (ports) => ({
      ...ports,
      people: {
        ...ports.people,
        change: (id, edit) =>
          ports.people.change(id, (person) => {
            const next = edit(person);
            return next && next.profile !== person.profile ? withoutFacts(next) : next;
          }),
      },
    }),
  },
];
