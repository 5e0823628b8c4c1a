import { useEffect, useState } from 'react';
import type { EditedWords, PreviewRequest } from '../../../functions/http/staff/app';
import { type ApiError, api } from '../api';
import { useLoad, useSettled } from '../load';
import { fieldIn } from './wording';

/** Asks a moment after the last keystroke, so that the preview follows the typing. */
export function usePreview(request: PreviewRequest, words: EditedWords | undefined) {
  const settled = useSettled(words, 300);
  const body = settled && words ? { ...request, words: settled } : request;
  const load = useLoad((signal) => api.preview(body, signal), JSON.stringify(body));
  // The last good picture stays while the next is drawn, or while a word is wrong.
  const [kept, setKept] = useState<{ of: string; data: typeof load.data }>();
  const of = `${request.stepId} ${request.sample} ${request.channel} ${request.locale}`;
  useEffect(() => {
    if (load.data) setKept({ of, data: load.data });
  }, [load.data, of]);
  return { ...load, data: load.data ?? (kept?.of === of ? kept.data : undefined) };
}

/** Errors of saving name the whole path, errors of the preview only the field. */
export function wrongFields(
  key: string,
  saving: ApiError | undefined,
  preview: ApiError | undefined,
): Record<string, string> {
  const wrong: Record<string, string> = {};
  const named = saving?.field ? fieldIn(saving.field) : undefined;
  if (saving && named?.key === key) wrong[named.field] = saving.message;
  const field = preview?.field;
  if (preview && field) {
    const plain = field.replace(/^words\./, '').replace(/^es\./, '');
    wrong[fieldIn(field)?.field ?? (plain === 'button' ? 'button.label' : plain)] ??= preview.message;
  }
  return wrong;
}
