package dev.tieout.organisation;

import dev.tieout.organisation.internal.SignedIn;
import dev.tieout.terms.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts now. Bound explicitly for the product's own work ({@link #callAs}), else the person who signed in.
 *
 * <p>The transaction manager reads it when a transaction begins, so what a transaction can see is decided there, once: bind the actor
 * outside the transaction.
 */
@Component
public class CurrentActor {

    private static final ScopedValue<Actor> BOUND = ScopedValue.newInstance();

    /** The actor, or {@link NobodyActs}. */
    public Actor get() {
        return find().orElseThrow(NobodyActs::new);
    }

    public Optional<Actor> find() {
        if (BOUND.isBound()) {
            return Optional.of(BOUND.get());
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person.actor())
                : Optional.empty();
    }

    /**
     * The actor, if it has one of the roles or is the product itself. The one authorisation of the service layer: the web UI, the REST
     * API and the product's own steps all pass here.
     *
     * @throws NotAllowed when it has none of them
     */
    public Actor require(Role... roles) {
        var actor = get();
        if (actor.isSystem() || Arrays.stream(roles).anyMatch(actor::has)) {
            return actor;
        }
        throw new NotAllowed(roles);
    }

    /** Runs as that actor. Transactions begun inside see that actor's organisation. */
    public <T> T callAs(Actor actor, Supplier<T> work) {
        return ScopedValue.where(BOUND, actor).call(work::get);
    }

    /** Runs as that actor. Transactions begun inside see that actor's organisation. */
    public void runAs(Actor actor, Runnable work) {
        ScopedValue.where(BOUND, actor).run(work);
    }

    /** The person's roles do not include what this needs. */
    public static final class NotAllowed extends Refusal {
        NotAllowed(Role... roles) {
            super(
                    Kind.FORBIDDEN,
                    "role-required",
                    "This needs the role "
                            + Arrays.stream(roles)
                                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(" or "))
                            + ".");
        }
    }

    /** Code that needs an actor ran for nobody: a bug, since the edge lets nobody through without one. */
    public static final class NobodyActs extends IllegalStateException {
        NobodyActs() {
            super("no actor is bound and nobody is signed in");
        }
    }
}
