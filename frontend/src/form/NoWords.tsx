/** Says that the words of the registry's codes could not be read, which leaves every choice of them empty. */
import { useWords } from '../api/vocabulary';
import { Icon } from '../ui/icons';

export function NoWords() {
  const { failure, retry } = useWords();
  if (!failure) return null;
  return (
    <div className="callout callout--bad" role="alert">
      <Icon name="alert" />
      <h2>The words to choose from could not be read</h2>
      <p>{failure.message} Until they are, fields with a list of words offer none; what was chosen before is kept.</p>
      <p>
        <button type="button" className="btn btn--s" onClick={retry}>
          Try again
        </button>
      </p>
    </div>
  );
}
