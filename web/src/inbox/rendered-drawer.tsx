import { Drawer } from '@mantine/core';
import { api } from '../api';
import { useLoad } from '../load';
import { useConsole } from '../ui/console';
import { Loaded } from '../ui/loaded';
import { MailPreview } from './mail-preview';
import { TextBubble } from './text-bubble';

/** One message exactly as it went out, drawn again from the version and values of that day. */
export function RenderedDrawer({
  message,
  close,
}: {
  message: { id: string; subscriber: string } | undefined;
  close: () => void;
}) {
  return (
    <Drawer opened={message !== undefined} onClose={close} position="right" size="lg" title="As it went out">
      {message ? <Copy subscriber={message.subscriber} id={message.id} /> : null}
    </Drawer>
  );
}

function Copy({ subscriber, id }: { subscriber: string; id: string }) {
  const { config } = useConsole();
  const copy = useLoad((signal) => api.rendered(subscriber, id, signal), id);
  return (
    <Loaded load={copy} rows={3}>
      {(rendered) =>
        rendered.html || rendered.text ? (
          <MailPreview mail={rendered} from={config.practiceName} />
        ) : rendered.sms ? (
          <TextBubble sms={rendered.sms} from={config.practiceName} />
        ) : (
          <p className="dim">This message has no stored wording.</p>
        )
      }
    </Loaded>
  );
}
