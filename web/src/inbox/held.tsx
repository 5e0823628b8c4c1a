import { Group } from '@mantine/core';
import type { Decide } from '../../../functions/http/staff/app';
import { api } from '../api';
import { ConfirmButton } from '../ui/act';
import { useConsole } from '../ui/console';
import { Icon, type IconName } from '../ui/icons';

interface Choice {
  as: Decide['as'];
  label: string;
  icon: IconName;
  title: string;
  what: string;
  done: string;
}

const choices: Choice[] = [
  {
    as: 'sent',
    label: 'Count as received',
    icon: 'check',
    title: 'Count it as received?',
    what: 'Choose this if the person has it, or if it does not matter. It is shown as unconfirmed, it counts for the number of messages they were promised, and their series goes on.',
    done: 'Counted as received. The series goes on.',
  },
  {
    as: 'resend',
    label: 'Send again',
    icon: 'refresh',
    title: 'Send it again?',
    what: 'Choose this only if you know that it did not arrive, from the person or from the provider’s own console. If the provider did take it the first time, the person gets the same message twice. It leaves within their usual hours.',
    done: 'It will be sent again within their usual hours.',
  },
  {
    as: 'skip',
    label: 'Skip it',
    icon: 'next',
    title: 'Leave this message out?',
    what: 'It is not sent again and counts as skipped, with your decision as the reason. Their series goes on with the next message. If the provider did take it, it may still arrive.',
    done: 'Skipped. The series goes on.',
  },
];

/** What staff should know before they choose. */
export function HeldRisk({ many = false }: { many?: boolean }) {
  const { can } = useConsole();
  return (
    <p className="small">
      <b>Nobody knows whether {many ? 'these' : 'this'} arrived.</b> The request went to the provider, but no answer
      said what became of it, and no report came. It is not sent again by itself, since that could be the same message
      twice, and nothing more goes out in {many ? 'these' : 'this'} series until someone decides.
      {can('marketer') ? '' : ' A marketer, approver or admin can.'}
    </p>
  );
}

/** A message with an unknown outcome, and the three decisions. */
export function Held({
  subscriber,
  message,
  name,
  brief = false,
  after,
}: {
  subscriber: string;
  message: string;
  /** Whose it is, and what it is called. */
  name: string;
  /** The risk is told already, above a list of them. */
  brief?: boolean;
  after: () => void;
}) {
  const { can } = useConsole();
  if (brief && !can('marketer')) return null;
  return (
    <section className={brief ? 'decide brief' : 'decide'} aria-label={`Decide: ${name}`}>
      {brief ? null : <HeldRisk />}
      {can('marketer') ? (
        <Group gap="xs">
          {choices.map(({ as, label, icon, title, what, done }) => (
            <ConfirmButton
              key={as}
              label={label}
              size="compact-sm"
              leftSection={<Icon name={icon} size={16} />}
              title={title}
              yes={label}
              danger={as === 'resend'}
              done={done}
              act={() => api.decide(subscriber, message, as)}
              after={after}
            >
              <p style={{ marginTop: 0 }} className="strong">
                {name}
              </p>
              {what}
            </ConfirmButton>
          ))}
        </Group>
      ) : null}
    </section>
  );
}
