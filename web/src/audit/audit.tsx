import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditLine } from '../../../functions/http/staff/app';
import { api } from '../api';
import { csv } from '../csv';
import { saveFile } from '../save-file';
import { useAct } from '../ui/act';
import { Chip } from '../ui/chip';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { More, usePaged } from '../ui/listed';
import { Empty, Loaded, Problem } from '../ui/loaded';
import { Page } from '../ui/page';
import { dateTime, dayAfter, momentAt } from '../when';
import { changeTexts, objectText, resultWords, whoText } from './audit-words';

const names = ['who', 'act', 'kind', 'id', 'result', 'from', 'to'] as const;
type Filters = Record<(typeof names)[number], string>;

const results = () => [
  { value: '', label: 'Any result' },
  ...Object.entries(resultWords).map(([value, { label }]) => ({ value, label })),
];

/** Days are the practice's own, both of them included. */
const asked = ({ from, to, ...rest }: Filters) => ({
  ...rest,
  from: from && momentAt(from, '00:00'),
  to: to && momentAt(dayAfter(to, 1), '00:00'),
});

/** More than this are for a tool, not for a spreadsheet. */
const savedAtMost = 5000;

async function everyLine(filters: Filters): Promise<{ lines: AuditLine[]; cut: boolean }> {
  const lines: AuditLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.audit({ ...asked(filters), limit: 100, cursor });
    lines.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && lines.length < savedAtMost);
  return { lines, cut: cursor !== undefined };
}

const head = ['When (UTC)', 'Ended (UTC)', 'Who', 'Role', 'Source', 'Act', 'Object', 'Result', 'Changes', 'Id'];
const row = (line: AuditLine): string[] => [
  line.at,
  line.endedAt ?? '',
  line.who?.id ?? '',
  line.who?.role ?? '',
  line.source ?? '',
  line.act,
  objectText(line),
  line.result,
  changeTexts(line).join('; '),
  line.id,
];

export function AuditPage() {
  const { can } = useConsole();
  if (can('admin')) return <Trail />;
  return (
    <Page title="Audit">
      <Empty icon="lock" title="Only administrators see this">
        Who did what is examined by those who answer for the practice.
      </Empty>
    </Page>
  );
}

function Trail() {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Filters;
  const key = JSON.stringify(filters);
  const trail = usePaged((cursor, signal) => api.audit({ ...asked(filters), cursor }, signal), `audit ${key}`);
  const { busy, error, run } = useAct();
  const [cut, setCut] = useState(false);
  const keep = async () => {
    const found = await run(() => everyLine(filters));
    if (!found) return;
    setCut(found.cut);
    saveFile('audit.csv', 'text/csv;charset=utf-8', csv([head, ...found.lines.map(row)]));
  };
  return (
    <Page
      title="Audit"
      lead="Who did what, and who was turned away. Nobody can change or delete a line."
      actions={
        <Button
          variant="default"
          loading={busy}
          onClick={() => void keep()}
          leftSection={<Icon name="down" size={18} />}
        >
          Save as CSV
        </Button>
      }
    >
      <Asked key={key} filters={filters} show={(next) => setSearch(given(next))} />
      <Problem error={error} />
      {cut ? <p role="status">The file holds the newest {savedAtMost} lines. Choose fewer days for the rest.</p> : null}
      <Loaded load={trail}>
        {({ items }) => (
          <section className="card flush" aria-label="Lines of the audit trail">
            {items.length === 0 ? (
              <Empty icon="search" title={trail.more ? 'Nothing found so far' : 'Nothing matches'}>
                {trail.more
                  ? 'There are older lines that have not been looked through.'
                  : 'Without days chosen, the last 31 days are looked through.'}
              </Empty>
            ) : (
              <Lines items={items} />
            )}
            <More paged={trail} />
          </section>
        )}
      </Loaded>
    </Page>
  );
}

const given = (filters: Filters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));

function Asked({ filters, show }: { filters: Filters; show: (next: Filters) => void }) {
  const [next, setNext] = useState(filters);
  const set = (part: Partial<Filters>) => setNext({ ...next, ...part });
  const text = (name: keyof Filters, label: string, type = 'text') => (
    <TextInput
      label={label}
      type={type}
      w={type === 'date' ? 150 : 170}
      value={next[name]}
      autoComplete="off"
      onChange={(event) => set({ [name]: event.currentTarget.value.trim() })}
    />
  );
  return (
    <search>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          show(next);
        }}
      >
        <Group align="flex-end" gap="sm">
          {text('from', 'From', 'date')}
          {text('to', 'To', 'date')}
          {text('who', 'Staff id')}
          {text('act', 'Act')}
          {text('kind', 'Kind of object')}
          {text('id', 'Object or person')}
          <Select
            label="Result"
            w={200}
            data={results()}
            value={next.result}
            onChange={(value) => set({ result: value ?? '' })}
          />
          <Button type="submit" leftSection={<Icon name="search" size={18} />}>
            Show
          </Button>
        </Group>
      </form>
    </search>
  );
}

function Lines({ items }: { items: AuditLine[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too.
    <section className="sheet" aria-label="Table, may scroll sideways" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {['When', 'Who', 'Act', 'Object', 'Result', 'What changed'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <tr key={`${line.id} ${line.result}`}>
              <td className="keep">{dateTime(line.at)}</td>
              <td>{whoText(line)}</td>
              <td className="act">{line.act}</td>
              <td>{objectText(line)}</td>
              <td>
                <Chip tone={resultWords[line.result].tone}>{resultWords[line.result].label}</Chip>
              </td>
              <td className="small">
                {changeTexts(line).map((said) => (
                  <div key={said}>{said}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
