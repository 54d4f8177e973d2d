package throughline.people;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;

/** Reads {@code Authorization: Bearer}. A wrong key is refused on a read too, so that its owner notices. */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";

    /** They tell everybody the same, also while the database that knows the keys is away. */
    private static final String PROBES = "/q/health";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String sent = context.request().getHeader("Authorization");
        if (sent == null || context.normalizedPath().startsWith(PROBES)) {
            return Uni.createFrom().nullItem();
        }
        if (!sent.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        String key = sent.substring(SCHEME.length()).strip();
        return identities.authenticate(new TokenAuthenticationRequest(new TokenCredential(key, "bearer")));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"throughline\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
