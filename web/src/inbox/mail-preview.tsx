import { SegmentedControl, Stack } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import type { Rendered } from '../../../functions/http/staff/app';
import { TextBubble } from './text-bubble';

/** A mail program's reading pane, and how much of the mail shows without scrolling, in CSS pixels. */
const desktop = 660;
const tall = 600;

type Look = 'desktop' | 'phone' | 'dark' | 'plain' | 'text';
const labels: Record<Look, string> = { desktop: 'Desktop', phone: 'Phone', dark: 'Dark', plain: 'Plain', text: 'Text' };

interface PreviewProps {
  mail: Omit<Rendered, 'sms'> & { preheader?: string };
  sms?: Rendered['sms'];
  from: string;
  busy?: boolean;
  start?: Look;
}

/** The message as people see it, drawn by the code that sends it. */
export function MailPreview({ mail, sms, from, busy = false, start }: PreviewProps) {
  const looks = (Object.keys(labels) as Look[]).filter((look) =>
    look === 'text' ? sms : look === 'plain' ? mail.text : mail.html,
  );
  const [wanted, setLook] = useState<Look | undefined>(start ?? (window.innerWidth < 768 ? 'phone' : undefined));
  const look = wanted && looks.includes(wanted) ? wanted : looks[0];
  return (
    <Stack gap="sm" aria-busy={busy}>
      {looks.length > 1 ? (
        <SegmentedControl
          size="sm"
          aria-label="Show the message as"
          value={look ?? 'desktop'}
          onChange={(value) => setLook(value as Look)}
          data={looks.map((one) => ({ value: one, label: labels[one] }))}
        />
      ) : null}
      <div style={{ opacity: busy ? 0.6 : 1 }}>
        {look === 'text' && sms ? <TextBubble sms={sms} from={from} /> : null}
        {look === 'plain' ? (
          <section
            className="device"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard (WCAG 2.1.1).
            tabIndex={0}
            aria-label="Plain text of the email"
            style={{ maxHeight: 620, overflow: 'auto' }}
          >
            <pre className="plain">{mail.text}</pre>
          </section>
        ) : null}
        {look === 'desktop' || look === 'phone' || look === 'dark' ? (
          <Mail mail={mail} from={from} look={look} />
        ) : null}
      </div>
    </Stack>
  );
}

function Mail({ mail, from, look }: { mail: PreviewProps['mail']; from: string; look: 'desktop' | 'phone' | 'dark' }) {
  const { ref, width } = useElementSize();
  // A wide mail in a narrow column is shown smaller, not as its phone layout.
  const wide = look !== 'phone' && width > 0 && width < desktop;
  const scale = wide ? width / desktop : 1;
  return (
    <div className={`device ${look === 'phone' ? 'phone' : ''}`}>
      <div className="inboxline">
        <div className="small dim">{from}</div>
        <div className="strong" style={{ overflowWrap: 'anywhere' }}>
          {mail.subject}
        </div>
        {mail.preheader ? <div className="small dim">{mail.preheader}</div> : null}
      </div>
      <div ref={ref} className="mailbox" style={wide ? { height: tall } : {}}>
        {/* No scripts, no forms, no way out: staff words and people's names are inside. */}
        <iframe
          className={look === 'dark' ? 'mailframe night' : 'mailframe'}
          title={`The email “${mail.subject ?? ''}”`}
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={inScheme(mail.html ?? '', look === 'dark')}
          style={{
            colorScheme: look === 'dark' ? 'dark' : 'light',
            height: tall / scale,
            ...(wide ? { width: desktop, transform: `scale(${scale})`, transformOrigin: '0 0' } : {}),
          }}
        />
      </div>
    </div>
  );
}

/** Shows the mail's own light or dark rules, without regard to the system's preference. Links do nothing. */
function inScheme(html: string, dark: boolean): string {
  const on = '(min-width: 0px)';
  const off = '(max-width: 0px)';
  return html
    .replace(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g, dark ? on : off)
    .replace(/\(\s*prefers-color-scheme\s*:\s*light\s*\)/g, dark ? off : on)
    .replace(/<head([^>]*)>/i, '<head$1><base target="_blank">');
}
