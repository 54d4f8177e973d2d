/** The words and buttons of what was done last. */
import type { ChangedSince } from '../api/shapes';
import { Icon } from '../ui/icons';
import type { Saved } from './Saved';

export type Undoing =
  | { state: 'no' | 'now' }
  /** `rest`: whether undoing what nobody changed since would undo anything. */
  | { state: 'failed'; why: string; since: ChangedSince[]; rest: boolean };

const who = ({ by }: ChangedSince) => by.name ?? (by.role === 'operator' ? "someone with the operator's key" : 'someone');
const when = (at: string) => new Date(at).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });

/** A record that was changed since, by whom and when. */
const sayChanged = (one: ChangedSince) => `${one.title} was changed since by ${who(one)} on ${when(one.at)}.`;

type Props = { saved: Saved; undone: boolean; undoing: Undoing; takeBack: (rest: boolean) => void; close: () => void };

export function Toast({ saved, undone, undoing, takeBack, close }: Props) {
  const failed = undoing.state === 'failed' ? undoing : null;
  const changed = failed !== null && failed.since.length > 0;
  const words = { no: undone ? 'Undone.' : saved.words, now: 'Working…', failed: failed?.why }[undoing.state];
  return (
    <div className={failed ? 'toast toast--bad' : 'toast'}>
      <Icon name={failed ? 'alert' : 'check'} />
      <span>{changed ? `Not undone. ${failed.since.map(sayChanged).join(' ')}` : words}</span>
      {saved.changeSet && (!changed || failed.rest) && (
        <button type="button" className="btn btn--s" disabled={undoing.state === 'now'} onClick={() => takeBack(changed)}>
          <Icon name="undo" />
          {changed ? `${undone ? 'Redo' : 'Undo'} the rest` : undone ? 'Redo' : 'Undo'}
        </button>
      )}
      <button type="button" className="btn btn--s btn--quiet" onClick={close}>
        {changed ? 'Leave it' : 'Close'}
      </button>
    </div>
  );
}
