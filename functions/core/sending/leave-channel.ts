import type { ChannelName } from '../base/channel';
import type { Instant } from '../base/time';
import { after, withChannel } from '../person/contact';
import { invites } from '../person/notice';
import { awakened } from '../person/once';
import type { Enrollment, Subscriber } from '../person/subscriber';
import { stopEnrollment } from './attempt';

const running = (enrollment: Enrollment): boolean => enrollment.status === 'active' || enrollment.status === 'paused';

/** The person has left this channel: its runs stop now; a request under way keeps its attempt until it is settled. */
export function leftChannel(
  person: Subscriber,
  name: ChannelName,
  status: 'unsubscribed' | 'suppressed',
  reason: string,
  now: Instant,
): Subscriber {
  const channel = person.channels[name];
  if (!channel) return person;
  const { asked: _asked, ...kept } = channel;
  const since = channel.status === status ? channel.since : after(channel, now);
  let left = withChannel(person, name, { ...kept, status, since });
  for (const run of person.enrollments) {
    if (run.channel === name && running(run)) left = stopEnrollment(left, run.id, reason);
  }
  return awakened(person, left, now);
}

/** Until when a marketing request or an invitation on this channel may still be under way; undefined when none can be. */
export function underWayUntil(person: Subscriber, name: ChannelName, margin: number): Instant | undefined {
  const ends = [...person.enrollments, ...person.notices.filter(invites)]
    .filter((one) => one.channel === name && one.phase === 'sending' && one.attempt)
    .map((one) => one.attempt!.startBy + margin);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
