/** Links that somebody claims: to what, when, and who says so. */
import type { Organization } from '../api/shapes';
import { RefLink, Web } from '../ui/parts';
import { day } from '../ui/words';

export const Claims = ({ claims }: { claims: Organization['followsFrom'] }) => (
  <ul className="list">
    {claims.map((claim) => (
      <li key={claim.id}>
        <RefLink to={claim} />
        {claim.on && <p className="small soft">{day(claim.on)}</p>}
        {claim.note && <p className="small soft">{claim.note}</p>}
        {claim.source && (
          <p className="small muted">
            Source: {claim.source.url ? <Web href={claim.source.url}>{claim.source.title}</Web> : claim.source.title}
          </p>
        )}
      </li>
    ))}
  </ul>
);
