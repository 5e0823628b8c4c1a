import { Button, Group, Modal, SegmentedControl, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { EditedWords, TestRecipient, TestSent } from '../../../functions/http/staff/app';
import { api, type Sample } from '../api';
import { useLoad } from '../load';
import { useAct } from '../ui/act';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { Empty, Loaded, Problem } from '../ui/loaded';
import { type Channel, channelChoices, channelOption, firstChannel, phoneText, stepName } from '../words';
import { TestOutcome } from './test-outcome';
import type { Locale } from './wording';

/** What stands beside the button already; without it the dialog asks for the step and the reader. */
export interface Shown {
  stepId: string;
  sample: string;
  locale: Locale;
  channel: Channel;
  /** Words other than those this reader gets from the version. */
  words: EditedWords | undefined;
  edited: boolean;
}

interface Series {
  seriesId: string;
  version?: number | undefined;
  shown?: Shown;
}

/** A real message of this step to one of the practice's own addresses, and what became of it. */
export function TestSendButton(series: Series) {
  const { can } = useConsole();
  const [opened, { open, close }] = useDisclosure(false);
  if (!can('marketer') || series.seriesId === '') return null;
  return (
    <>
      <Button variant="default" size="compact-md" leftSection={<Icon name="message" size={17} />} onClick={open}>
        Send a test
      </Button>
      <Modal opened={opened} onClose={close} title="Send a test">
        <Ready {...series} close={close} />
      </Modal>
    </>
  );
}

function Ready(series: Series & { close: () => void }) {
  const { shown, seriesId, version } = series;
  const known = useLoad(async (signal) => {
    const [recipients, samples, steps] = await Promise.all([
      api.testRecipients(signal).then(({ items }) => items),
      api.samples(signal).then(({ items }) => items),
      shown ? [] : api.series(seriesId, version, signal).then((found) => Object.keys(found.version.steps)),
    ]);
    return { recipients, samples, steps };
  }, `${seriesId} ${version}`);
  return (
    <Loaded load={known} rows={2}>
      {(data) => (data.recipients.length === 0 ? <Nobody close={series.close} /> : <Form {...series} {...data} />)}
    </Loaded>
  );
}

function Nobody({ close }: { close: () => void }) {
  return (
    <Stack gap="sm">
      <Empty icon="people" title="Nobody can get tests yet">
        Tests go only to the practice’s own mailboxes and phones. Name them in <b>practice.yaml</b>, then deploy:
      </Empty>
      <pre className="plain locked" style={{ display: 'block' }}>
        {'testRecipients:\n  - name: Front office\n    email: office@practice.com\n    phone: "+17705550120"'}
      </pre>
      <Group justify="flex-end">
        <Button variant="default" onClick={close} data-autofocus>
          Close
        </Button>
      </Group>
    </Stack>
  );
}

const addressOf = ({ email, phone }: TestRecipient, channel: Channel): string | undefined =>
  channelOption(channel).address === 'mailbox' ? email : phone && phoneText(phone);
const reachable = (to: TestRecipient, channel: Channel): boolean =>
  addressOf(to, channel) !== undefined && !to.notAllowed.includes(channel);
const whyNot = (to: TestRecipient, channel: Channel): string =>
  addressOf(to, channel) === undefined
    ? `practice.yaml gives ${to.name} no ${channelOption(channel).address === 'mailbox' ? 'email address' : 'phone'}.`
    : 'The allow-list of this stage (stages.yaml) does not have this address.';

function Form({
  seriesId,
  version,
  shown,
  close,
  recipients,
  samples,
  steps,
}: Series & { close: () => void; recipients: TestRecipient[]; samples: Sample[]; steps: string[] }) {
  const [name, setName] = useState(recipients[0]?.name ?? '');
  const [channel, setChannel] = useState<Channel>(shown?.channel ?? firstChannel());
  const [step, setStep] = useState(shown?.stepId ?? steps[0] ?? '');
  const [sample, setSample] = useState(shown?.sample ?? samples[0]?.id ?? '');
  const [sent, setSent] = useState<TestSent>();
  const { busy, error, run, clear } = useAct();
  const to = recipients.find((one) => one.name === name);
  const may = to !== undefined && reachable(to, channel);
  const reader = samples.find(({ id }) => id === sample);
  const send = async () => {
    const request = { recipient: name, channel, seriesId, stepId: step, sample };
    const version_ = version === undefined ? {} : { version };
    const words = { ...(shown ? { locale: shown.locale } : {}), ...(shown?.words ? { words: shown.words } : {}) };
    const answer = await run(() => api.sendTest({ ...request, ...version_, ...words }));
    if (answer) setSent(answer);
  };
  /** Another choice is another test. */
  const choose =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      clear();
      setSent(undefined);
      set(value);
    };
  return (
    <Stack>
      {shown ? (
        <div>
          <b>{stepName(step)}</b> as {reader?.name ?? 'the sample'} would get it
          {shown.edited ? ', with your words as they stand now. They stay unsaved.' : '.'}
        </div>
      ) : (
        <>
          <Select
            label="Step"
            data={steps.map((id) => ({ value: id, label: stepName(id) }))}
            value={step}
            onChange={(value) => value && choose(setStep)(value)}
          />
          <Select
            label="As it would reach"
            data={samples.map(({ id, name: called, what }) => ({ value: id, label: `${called}: ${what}` }))}
            value={sample}
            onChange={(value) => value && choose(setSample)(value)}
          />
        </>
      )}
      <Select
        label="To"
        description="The practice’s own addresses, from practice.yaml"
        data={recipients.map((one) => one.name)}
        value={name}
        onChange={(value) => value && choose(setName)(value)}
        data-autofocus
      />
      <SegmentedControl
        aria-label="Send it as"
        value={channel}
        onChange={(value) => choose(setChannel)(value as Channel)}
        data={channelChoices()}
      />
      <div className="small dim" style={{ overflowWrap: 'anywhere' }}>
        {to === undefined
          ? null
          : may
            ? `Goes to ${addressOf(to, channel)} at once, at any hour, marked [Test]. Its links change nothing for anybody.`
            : whyNot(to, channel)}
      </div>
      <Problem error={error} />
      {sent ? <TestOutcome key={sent.id} sent={sent} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button loading={busy} disabled={!may} onClick={() => void send()}>
          {sent ? 'Send it again' : 'Send test'}
        </Button>
      </Group>
    </Stack>
  );
}
