import { Chip, Fieldset, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Comparison, Condition, Question } from './who-text';

type Operator = 'any' | 'is' | 'isNot' | 'moreThan' | 'lessThan' | 'between' | 'answered' | 'notAnswered';

const operatorWords: Record<Operator, string> = {
  any: 'any',
  is: 'is',
  isNot: 'is not',
  moreThan: 'more than',
  lessThan: 'less than',
  between: 'between',
  answered: 'answered',
  notAnswered: 'not answered',
};
const dateWords: Partial<Record<Operator, string>> = { moreThan: 'after', lessThan: 'before' };

const chosen: Operator[] = ['is', 'isNot', 'answered', 'notAnswered'];
const compared: Operator[] = ['any', 'is', 'isNot', 'moreThan', 'lessThan', 'between', 'answered', 'notAnswered'];
const operators: Record<Question['kind'], Operator[]> = {
  one: chosen,
  many: chosen,
  'yes-no': ['is', 'answered', 'notAnswered'],
  number: compared,
  date: compared,
};

/** What stands in the fields; it may not be a whole rule yet. */
interface Draft {
  operator: Operator;
  values: string[];
}

const isTyped = ({ kind }: Question): boolean => kind === 'number' || kind === 'date';

function draftOf(question: Question, rule: Condition | undefined): Draft {
  if (rule === undefined) return { operator: isTyped(question) ? 'any' : 'is', values: [] };
  if (typeof rule === 'boolean') return { operator: 'is', values: [rule ? 'yes' : 'no'] };
  if (Array.isArray(rule)) return { operator: 'is', values: rule };
  const { answered, ...rest } = rule as Comparison;
  if (answered !== undefined) return { operator: answered ? 'answered' : 'notAnswered', values: [] };
  const [[operator, value] = ['is', []]] = Object.entries(rest);
  return { operator: operator as Operator, values: [value ?? []].flat().map(String) };
}

/** The rule as the server takes it; undefined while there is nothing to compare with. */
function ruleOf(question: Question, { operator, values }: Draft): Condition | undefined {
  const { kind } = question;
  const [first = '', second = ''] = values;
  if (operator === 'any') return undefined;
  if (operator === 'answered' || operator === 'notAnswered') return { answered: operator === 'answered' };
  if (first === '' || (operator === 'between' && second === '')) return undefined;
  if (kind === 'yes-no') return first === 'yes';
  if (!isTyped(question)) return operator === 'is' ? values : { isNot: values };
  const typed = (value: string) => (kind === 'number' ? Number(value) : value);
  return operator === 'between' ? { between: [typed(first), typed(second)] } : { [operator]: typed(first) };
}

/** A rule about the answers to one question. What is left untouched does not matter. */
export function QuestionRule({
  question,
  rule,
  onChange,
}: {
  question: Question;
  rule: Condition | undefined;
  onChange: (rule: Condition | undefined) => void;
}) {
  const { kind, label, answers } = question;
  const [typing, setTyping] = useState<Draft>(() => draftOf(question, rule));
  // A rule that came from elsewhere counts more than what was being typed.
  const isMine = JSON.stringify(ruleOf(question, typing)) === JSON.stringify(rule);
  const { operator, values } = isMine ? typing : draftOf(question, rule);
  const change = (next: Draft) => {
    setTyping(next);
    onChange(ruleOf(question, next));
  };
  const needsValue = operator !== 'answered' && operator !== 'notAnswered' && operator !== 'any';
  return (
    <Fieldset legend={label} variant="unstyled">
      <Group gap="sm" align="center">
        <NativeSelect
          aria-label={`${label}: how to compare`}
          value={operator}
          onChange={(event) => change({ operator: event.currentTarget.value as Operator, values })}
          data={operators[kind].map((one) => ({
            value: one,
            label: (kind === 'date' && dateWords[one]) || operatorWords[one],
          }))}
        />
        {needsValue && (kind === 'one' || kind === 'many') ? (
          <Chip.Group multiple value={values} onChange={(next) => change({ operator, values: next })}>
            <div className="choices">
              {answers.map((one) => (
                <Chip key={one.id} value={one.id} variant="outline">
                  {one.label}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        ) : null}
        {needsValue && kind === 'yes-no' ? (
          <SegmentedControl
            aria-label={label}
            value={values[0] ?? 'any'}
            onChange={(next) => change({ operator, values: next === 'any' ? [] : [next] })}
            data={[
              { value: 'any', label: 'Any' },
              ...[...answers].reverse().map((one) => ({ value: one.id, label: one.label })),
            ]}
          />
        ) : null}
        {needsValue && isTyped(question)
          ? (operator === 'between' ? [0, 1] : [0]).map((place) => (
              <TextInput
                key={place}
                type={kind}
                w={kind === 'date' ? 170 : 110}
                aria-label={`${label}: ${place === 0 ? 'value' : 'upper end'}`}
                value={values[place] ?? ''}
                onChange={(event) => {
                  const next = [values[0] ?? '', values[1] ?? ''];
                  next[place] = event.currentTarget.value;
                  change({ operator, values: next });
                }}
              />
            ))
          : null}
      </Group>
    </Fieldset>
  );
}
