import { Link } from 'react-router';
import type { Home } from '../../../functions/http/staff/app';
import { api } from '../api';
import { ConfirmButton } from '../ui/act';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { Note } from '../ui/note';
import { dateTime } from '../when';
import { plural } from '../words';

/** People who texted about an emergency or a crisis and may not have been told where to get help. */
export function Unanswered({ texts }: { texts: Home['unanswered'] }) {
  if (texts.length === 0) return null;
  return (
    <Note
      tone="bad"
      icon="phone"
      title={`Call now: ${plural(texts.length, 'emergency was', 'emergencies were')} not answered`}
      label="Emergencies not answered"
    >
      {texts.map(({ id, subscriber, firstName, at, answer }) => (
        <span key={id} style={{ display: 'block' }}>
          <Link to={`/people/${subscriber}`}>{firstName || 'Unknown number'}</Link>, {dateTime(at)}: {answer?.text}
        </span>
      ))}
    </Note>
  );
}

/** Staff seldom type the full stop, and another sentence follows. */
const sentence = (said: string): string => (/[.!?]$/.test(said) ? said : `${said}.`);

/** The second switch. While it is on, no text is answered at all. */
export function EverythingStopped({ controls, reload }: { controls: Home['controls']; reload: () => void }) {
  const { can, reloadControls } = useConsole();
  if (!controls.total) return null;
  return (
    <Note
      tone="bad"
      icon="stop"
      title="Answers are stopped too"
      label="Answers"
      act={
        can('admin') ? (
          <ConfirmButton<Home['controls']>
            label="Let answers go on"
            title="Let answers go on?"
            yes="Let answers go on"
            done="STOP, HELP and emergencies are answered again."
            leftSection={<Icon name="play" size={16} />}
            act={(now = controls) => api.stopAnswers(false, now.rev)}
            after={() => {
              reload();
              reloadControls();
            }}
          >
            Answers of the last day that wait go out at once. The first switch stays as it is.
          </ConfirmButton>
        ) : undefined
      }
    >
      Nobody who texts STOP, HELP or about an emergency gets an answer. Look at <Link to="/replies">Replies</Link> and
      call.{controls.totalReason ? ` The reason given: ${sentence(controls.totalReason)}` : ''}
      {can('admin') ? '' : ' An admin can let answers go on.'}
    </Note>
  );
}

/** Offered only once outreach is stopped: it is hardly ever right. */
export function StopAnswers({ rev, reload }: { rev: number; reload: () => void }) {
  const { can, reloadControls } = useConsole();
  if (!can('admin')) return null;
  return (
    <ConfirmButton
      label="Stop answers too"
      title="Stop answers too?"
      yes="Stop everything"
      danger
      done="Everything is stopped, answers too."
      act={() => api.stopAnswers(true, rev)}
      after={() => {
        reload();
        reloadControls();
      }}
    >
      From then on nobody who texts about an emergency is told to call 911, and STOP and HELP stay unanswered. Do this
      only if nothing may leave in your name, for example because somebody else holds your number.
    </ConfirmButton>
  );
}
