import { useId, useState } from 'react';
import { api, type WhyQuestion } from '../api';
import { useLoad } from '../load';
import { Problem } from '../ui/loaded';

/** "Why?" beside a step: the answer is asked for when somebody wants to know. */
export function Why({ subscriber, question, about }: { subscriber: string; question: WhyQuestion; about: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="linklike small"
        aria-expanded={open}
        aria-controls={id}
        aria-label={`Why? ${about}`}
        onClick={() => setOpen(!open)}
      >
        Why?
      </button>
      <div id={id} aria-live="polite" className={open ? 'why' : undefined}>
        {open ? <Answer subscriber={subscriber} question={question} /> : null}
      </div>
    </>
  );
}

function Answer({ subscriber, question }: { subscriber: string; question: WhyQuestion }) {
  const answer = useLoad((signal) => api.why(subscriber, question, signal), JSON.stringify([subscriber, question]));
  if (answer.data) return <>{answer.data.why}</>;
  return answer.error ? <Problem error={answer.error} /> : <span className="dim">Looking it up…</span>;
}
