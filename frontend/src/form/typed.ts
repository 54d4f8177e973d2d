/** What stands in a form: what is typed, on which version of the record, and what was sent of it without an answer. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Field } from '../api/fields';
import type { RecordJson } from '../api/shapes';
import { keepDraft, readDraft } from './draft';
import { changed, put as putAt, toValues, type Value, type Values } from './model';

export function useTyped(page: string, fields: Field[], record: RecordJson | null) {
  const [draft] = useState(() => readDraft(page));
  const [base, setBase] = useState<RecordJson | null>(draft?.base ?? record);
  const [values, setValues] = useState(() => draft?.values ?? toValues(fields, record ?? {}));
  const [reason, setReason] = useState(draft?.reason ?? '');
  const [unanswered, setUnanswered] = useState(draft?.unanswered ?? null);
  const [restored, setRestored] = useState(draft !== null);

  const before = useMemo(() => toValues(fields, base ?? {}), [fields, base]);
  const dirty = changed(fields, before, values).length > 0;
  useEffect(
    () => keepDraft(page, dirty || unanswered ? { values, base, reason, unanswered } : null),
    [page, dirty, values, base, reason, unanswered],
  );
  // What is typed while a write is under way is seen by the one that sent it.
  const latest = useRef({ values, reason });
  useEffect(() => {
    latest.current = { values, reason };
  }, [values, reason]);
  const put = useCallback((path: string, value: Value) => setValues((v) => putAt(v, path, value)), []);

  function stand(on: RecordJson | null, now: Values) {
    setBase(on);
    setValues(now);
  }
  /** What is typed goes, and the form stands on the record as it was read last. */
  function discard(on: RecordJson | null) {
    stand(on, toValues(fields, on ?? {}));
    setReason('');
    setUnanswered(null);
    setRestored(false);
  }
  return {
    ...{ base, before, values, reason, unanswered, dirty, restored, latest },
    ...{ put, stand, setValues, setReason, setUnanswered, discard },
  };
}
