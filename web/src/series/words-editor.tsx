import { ActionIcon, Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { linkLabel } from '../words';
import type { Locale, Wording } from './wording';

interface EditorProps {
  words: Wording;
  /** The language they are in. */
  locale: Locale;
  onChange: (words: Wording) => void;
  /** What is wrong, by field: `subject`, `paragraphs.2`, `button.label`. */
  wrong: Record<string, string>;
  readOnly: boolean;
}

/** How a text ends in each language, since it is too short for the whole disclaimer. */
const ends: Record<Locale, string> = {
  en: 'Info only, not medical advice',
  es: 'Solo info, no consejo médico',
};

const room = (text: string, max: number, min = 0): string =>
  min > 0 && text.length < min
    ? `${text.length} of ${min} to ${max} characters`
    : `${text.length} of ${max} characters`;

const drawingParts = { title: 'title', text: 'words beside it', alt: 'what it shows, for those who cannot see it' };
const drawingRoom = { title: 60, text: 300, alt: 160 };

/** The words of one step. They are data: merge fields from a list, links from a picker, never code. */
export function WordsEditor({ words, locale, onChange, wrong, readOnly }: EditorProps) {
  const { options } = useConsole();
  const set = (part: Partial<Wording>) => onChange({ ...words, ...part });
  const { paragraphs, figures = [] } = words;
  const put = (next: string[]) => set({ paragraphs: next });
  const swap = (i: number, j: number) => {
    const next = [...paragraphs];
    [next[i], next[j]] = [next[j] ?? '', next[i] ?? ''];
    put(next);
  };
  return (
    <Stack gap="md">
      <TextInput
        label="Subject"
        description={room(words.subject, 60)}
        maxLength={60}
        readOnly={readOnly}
        value={words.subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
        error={wrong.subject}
      />
      <TextInput
        label="Preheader"
        description={`The grey line beside the subject. ${room(words.preheader, 130, 40)}`}
        maxLength={130}
        readOnly={readOnly}
        value={words.preheader}
        onChange={(event) => set({ preheader: event.currentTarget.value })}
        error={wrong.preheader}
      />
      <TextInput
        label="Headline"
        description={room(words.headline, 80)}
        maxLength={80}
        readOnly={readOnly}
        value={words.headline}
        onChange={(event) => set({ headline: event.currentTarget.value })}
        error={wrong.headline}
      />
      <Stack gap="xs" role="group" aria-label="Paragraphs">
        {paragraphs.map((text, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place; the inputs hold no state of their own.
          <Group key={i} gap={6} align="flex-start" wrap="nowrap">
            <Textarea
              style={{ flex: 1 }}
              label={`Paragraph ${i + 1}`}
              autosize
              minRows={2}
              maxLength={600}
              readOnly={readOnly}
              value={text}
              onChange={(event) => put(paragraphs.map((one, j) => (j === i ? event.currentTarget.value : one)))}
              error={wrong[`paragraphs.${i}`]}
            />
            {readOnly ? null : (
              <Stack gap={2} mt={26}>
                <Turn icon="up" label={`Move paragraph ${i + 1} up`} off={i === 0} act={() => swap(i, i - 1)} />
                <Turn
                  icon="down"
                  label={`Move paragraph ${i + 1} down`}
                  off={i === paragraphs.length - 1}
                  act={() => swap(i, i + 1)}
                />
                <Turn
                  icon="trash"
                  label={`Remove paragraph ${i + 1}`}
                  off={paragraphs.length === 1}
                  act={() => put(paragraphs.filter((_, j) => j !== i))}
                />
              </Stack>
            )}
          </Group>
        ))}
        {wrong.paragraphs ? <div style={{ color: 'var(--bad)' }}>{wrong.paragraphs}</div> : null}
        {readOnly ? null : (
          <Group>
            <Button
              variant="default"
              size="xs"
              disabled={paragraphs.length >= 8}
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => put([...paragraphs, ''])}
            >
              Add a paragraph
            </Button>
          </Group>
        )}
      </Stack>
      {figures.map((figure, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is its place; the inputs hold no state of their own.
        <Stack key={i} gap="xs" role="group" aria-label={`Drawing ${i + 1}`}>
          {(['title', 'text', 'alt'] as const).map((part) => (
            <Textarea
              key={part}
              label={`Drawing ${i + 1}: ${drawingParts[part]}`}
              autosize
              maxLength={drawingRoom[part]}
              readOnly={readOnly}
              value={figure[part]}
              onChange={(event) =>
                set({
                  figures: figures.map((one, j) => (j === i ? { ...one, [part]: event.currentTarget.value } : one)),
                })
              }
              error={wrong[`figures.${i}.${part}`]}
            />
          ))}
        </Stack>
      ))}
      {wrong.figures ? <div style={{ color: 'var(--bad)' }}>{wrong.figures}</div> : null}
      <Group align="flex-start" grow>
        <TextInput
          label="Button"
          maxLength={40}
          readOnly={readOnly}
          value={words.button.label}
          onChange={(event) => set({ button: { ...words.button, label: event.currentTarget.value } })}
          error={wrong['button.label']}
        />
        <Select
          label="leads to"
          // It is said once, with the English words.
          disabled={locale !== 'en'}
          readOnly={readOnly}
          data={options.links.map((link) => ({ value: link, label: linkLabel(link) }))}
          value={words.button.link}
          onChange={(link) => link && set({ button: { ...words.button, link: link as Wording['button']['link'] } })}
          error={wrong['button.link']}
        />
      </Group>
      <Textarea
        label="Text message"
        description={`Starts with {{practice.shortName}}: and ends with “${ends[locale]}” and {{link}}. ${room(words.text, 306)}`}
        autosize
        minRows={3}
        maxLength={306}
        readOnly={readOnly}
        value={words.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        error={wrong.text}
      />
      <div className="locked">
        <Icon name="lock" />
        <div>
          <b>Fixed in every message:</b> the emergency line, the practice’s medical disclaimer word for word, the postal
          address and the unsubscribe link. See them in the preview.
        </div>
      </div>
      <div className="small dim">You may use: {options.mergeFields.map((field) => `{{${field}}}`).join(' ')}</div>
    </Stack>
  );
}

function Turn({
  icon,
  label,
  off,
  act,
}: {
  icon: 'up' | 'down' | 'trash';
  label: string;
  off: boolean;
  act: () => void;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      disabled={off}
      onClick={act}
      aria-label={label}
    >
      <Icon name={icon} size={17} />
    </ActionIcon>
  );
}
