import { type FormEvent, useRef, useState } from 'react';
import { call, Refusal } from '../api/client';
import { keepKey } from '../api/key';
import { Icon } from '../ui/icons';

/** Asked once a tab; the key is tried before it is kept. */
export function SignIn() {
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  async function enter(event: FormEvent) {
    event.preventDefault();
    const value = field.current!.value.trim();
    setBusy(true);
    try {
      if (!/^[\x21-\x7e]+$/.test(value)) throw new Refusal(401, 'Paste the key: one line, without spaces.');
      await call('/api/v1/me', { as: value });
      keepKey(value);
    } catch (failure) {
      setBusy(false);
      setRefused(
        failure instanceof Refusal && failure.status === 401
          ? 'This is not the key of this server. Copy the whole line of the file.'
          : failure instanceof Error
            ? failure.message
            : 'It could not be checked.',
      );
      field.current?.focus();
    }
  }
  return (
    <form className="sheet stack quiet" onSubmit={enter} noValidate>
      <h2>Sign in with the operator's key</h2>
      <p className="soft">
        Only who runs this server can change records. The key lies in the file <code>operator.key</code> in the server's data folder. It is
        kept until you close this tab or sign out.
      </p>
      <div className={refused ? 'field field--bad' : 'field'}>
        <label htmlFor="key">Operator's key</label>
        <input
          className="input"
          id="key"
          ref={field}
          type="password"
          autoComplete="off"
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? 'key-error' : undefined}
        />
        {refused && (
          <p className="error" id="key-error" role="alert">
            <Icon name="alert" />
            {refused}
          </p>
        )}
      </div>
      <div className="btns">
        <button type="submit" className="btn btn--primary" disabled={busy}>
          {busy ? 'Checking…' : 'Sign in'}
        </button>
      </div>
    </form>
  );
}
