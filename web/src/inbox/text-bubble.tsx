import type { Previewed } from '../../../functions/http/staff/app';
import { plural } from '../words';

/** A text as the phone shows it, and how many message parts it costs. */
export function TextBubble({ sms, from }: { sms: Previewed['sms']; from: string }) {
  return (
    <div>
      <div className="handset">
        <div className="small dim" style={{ textAlign: 'center', marginBottom: 12 }}>
          {from}
        </div>
        <div className="bubble">{sms.body}</div>
      </div>
      <div style={{ maxWidth: 340, margin: '12px auto 0' }}>
        <div className="parts" aria-hidden="true">
          {Array.from({ length: Math.max(2, sms.parts) }, (_, i) => `part ${i}`).map((key, i) => (
            <i key={key} className={i >= sms.parts ? 'part' : i > 1 ? 'part over' : 'part used'} />
          ))}
        </div>
        <div className="small dim" style={{ marginTop: 6 }}>
          {plural(sms.parts, 'message part')} of at most 2 · {sms.characters} characters
        </div>
      </div>
    </div>
  );
}
